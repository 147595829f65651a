namespace EnvHub.Evaluation;

/// <summary>Actions of one copy, drawn as Gymnasium's <c>action_space.sample()</c> draws them after <c>action_space.seed(seed)</c>.</summary>
/// <param name="space">The action space.</param>
/// <param name="seed">Of the draws.</param>
/// <param name="usesMasks">Whether only actions are drawn that the environment's masks call possible, where it has masks:
/// <c>action_space.sample(info["action_mask"])</c>.</param>
public sealed class RandomActions(Space space, ulong seed, bool usesMasks = false)
{
    private readonly SpaceSampler _sampler = space.CreateSampler(seed);
    private readonly float[] _elements = new float[space.ElementSize];

    /// <summary>The last action's elements, a discrete one with its start; shape <c>[ElementSize]</c>.</summary>
    public ReadOnlySpan<float> Elements => _elements;

    /// <summary>Draws the next action and lays it into the arena of the one copy.</summary>
    public void Draw(StepArena arena)
    {
        ArgumentNullException.ThrowIfNull(arena);
        _sampler.SampleElements(usesMasks ? arena.ActionMasks : [], _elements);
        if (space is DiscreteSpace discrete) arena.Actions[0] = (int)((long)_elements[0] - discrete.Start);
        else _elements.CopyTo(arena.ActionElements);
    }
}
