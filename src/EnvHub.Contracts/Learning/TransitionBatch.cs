namespace EnvHub.Contracts;

/// <summary>One transition per copy. A view: it owns nothing, and is valid during the call alone.</summary>
public readonly ref struct TransitionBatch
{
    /// <summary>What was acted on, shape <c>[N, n]</c>, row i from copy i.</summary>
    public required ReadOnlySpan<float> Observations { get; init; }

    /// <summary>Shape <c>[N]</c>, each in [0, A).</summary>
    public required ReadOnlySpan<int> Actions { get; init; }

    /// <summary>Undiscounted, unscaled, shape <c>[N]</c>.</summary>
    public required ReadOnlySpan<double> Rewards { get; init; }

    /// <summary>What the action led to, shape <c>[N, n]</c>: at an episode's end its last observation, never the next episode's first.</summary>
    public required ReadOnlySpan<float> NextObservations { get; init; }

    /// <summary>Shape <c>[N]</c>. Where set, nothing comes after: do not bootstrap.</summary>
    public required ReadOnlySpan<bool> Terminated { get; init; }

    /// <summary>Shape <c>[N]</c>. Where set without <see cref="Terminated"/>, the episode was cut: bootstrap.</summary>
    public required ReadOnlySpan<bool> Truncated { get; init; }

    /// <summary>How many transitions, N.</summary>
    public int Count => Actions.Length;
}
