namespace EnvHub.TestPlugins;

/// <summary>What an actor's outputs mean: a distribution over one action, whose numbers are <see cref="Size"/> floats of the learner's own.</summary>
internal abstract class ActionHead
{
    /// <summary>Numbers per action.</summary>
    public abstract int Size { get; }

    /// <summary>Outputs of the actor per action.</summary>
    public abstract int Outputs { get; }

    public static string? Refusal(Space actions) => actions is BoxSpace box && Enumerable.Range(0, box.ElementSize).All(i => float.IsFinite(box.High[i] - box.Low[i]))
        || actions is DiscreteSpace or MultiDiscreteSpace ? null : $"Its action space is {actions}; policy-gradient needs a bounded Box, Discrete or MultiDiscrete.";

    public static ActionHead For(Space actions) => actions switch
    {
        BoxSpace box => new GaussianHead(box),
        DiscreteSpace discrete => new CategoricalHead([discrete.Count], [0], isDiscrete: true),
        MultiDiscreteSpace many => new CategoricalHead(many.Counts.ToArray(), many.Starts.ToArray(), isDiscrete: false),
        _ => throw new NotSupportedException(Refusal(actions)),
    };

    /// <summary>Draws an action; the most probable one where <paramref name="random"/> is null.</summary>
    /// <param name="mask">Which values are possible; empty: all.</param>
    public abstract void Draw(RandomGenerator? random, ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, Span<float> action);

    /// <summary>ln π(action).</summary>
    public abstract double LogProbability(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, ReadOnlySpan<float> action);

    /// <summary>Writes <paramref name="factor"/> · ∂ln π(action)/∂outputs.</summary>
    public abstract void Gradient(ReadOnlySpan<float> outputs, ReadOnlySpan<bool> mask, ReadOnlySpan<float> action, double factor, Span<float> gradient);

    /// <summary>Gives the environment its action.</summary>
    public abstract void Give(ReadOnlySpan<float> action, int copy, in ActionBuffer actions);
}
