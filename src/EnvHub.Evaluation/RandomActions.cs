namespace EnvHub.Evaluation;

/// <summary>Actions of one copy, drawn as Gymnasium's <c>action_space.sample()</c> draws them after <c>action_space.seed(seed)</c>.</summary>
public sealed class RandomActions(Space space, ulong seed)
{
    private readonly SpaceSampler _sampler = space.CreateSampler(seed);
    private readonly float[] _elements = new float[space.ElementSize];

    /// <summary>The last action's elements, a discrete one with its start; shape <c>[ElementSize]</c>.</summary>
    public ReadOnlySpan<float> Elements => _elements;

    /// <summary>Draws the next action and lays it into the arena of the one copy.</summary>
    public void Draw(StepArena arena)
    {
        ArgumentNullException.ThrowIfNull(arena);
        _sampler.SampleElements(_elements);
        if (space is DiscreteSpace discrete) arena.Actions[0] = (int)((long)_elements[0] - discrete.Start);
        else _elements.CopyTo(arena.ActionElements);
    }
}
