namespace EnvHub.Contracts;

/// <summary>Where a step writes its results. A view over the caller's buffers: it owns nothing. N copies, n elements per observation.</summary>
public readonly ref struct StepBuffers
{
    /// <summary>What to act on next, shape <c>[N, n]</c>: of the new episode where one has ended.</summary>
    public required Span<float> Observations { get; init; }

    /// <summary>What the step led to, shape <c>[N, n]</c>: the last observation of the old episode where one has ended,
    /// equal to <see cref="Observations"/> where not.</summary>
    public required Span<float> FinalObservations { get; init; }

    /// <summary>Undiscounted rewards, shape <c>[N]</c>.</summary>
    public required Span<double> Rewards { get; init; }

    /// <summary>Whether the task ended the episode, shape <c>[N]</c>.</summary>
    public required Span<bool> Terminated { get; init; }

    /// <summary>Whether the clock ended the episode, shape <c>[N]</c>. Both flags may be set.</summary>
    public required Span<bool> Truncated { get; init; }
}
