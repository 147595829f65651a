namespace EnvHub.Contracts;

/// <summary>One transition per copy. A view: it owns nothing, and is valid during the call alone.</summary>
public readonly ref struct TransitionBatch
{
    /// <summary>What was acted on, shape <c>[N, n]</c>, row i from copy i.</summary>
    public required ReadOnlySpan<float> Observations { get; init; }

    /// <summary>What was done: as <see cref="ILearner.Act"/> wrote it.</summary>
    public required ActionBatch Actions { get; init; }

    /// <summary>Undiscounted, unscaled, shape <c>[N]</c>.</summary>
    public required ReadOnlySpan<double> Rewards { get; init; }

    /// <summary>What the action led to, shape <c>[N, n]</c>: at an episode's end its last observation, never the next episode's first.</summary>
    public required ReadOnlySpan<float> NextObservations { get; init; }

    /// <summary>Shape <c>[N]</c>. Where set, nothing comes after: do not bootstrap.</summary>
    public required ReadOnlySpan<bool> Terminated { get; init; }

    /// <summary>Shape <c>[N]</c>. Where set without <see cref="Terminated"/>, the episode was cut: bootstrap.</summary>
    public required ReadOnlySpan<bool> Truncated { get; init; }

    /// <summary>Which actions were possible, shape <c>[N, M]</c>, see <see cref="ActionMask"/>; empty: all.</summary>
    public ReadOnlySpan<bool> ActionMasks { get; init; }

    /// <summary>Which are possible in <see cref="NextObservations"/>, shape <c>[N, M]</c>; empty: all. Means nothing where
    /// <see cref="Terminated"/>: there may be none.</summary>
    public ReadOnlySpan<bool> NextActionMasks { get; init; }

    /// <summary>How many transitions, N.</summary>
    public int Count => Rewards.Length;
}
