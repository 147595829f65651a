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

    /// <summary>Which actions are possible in <see cref="Observations"/>, shape <c>[N, M]</c>, see <see cref="ActionMask"/>; empty where the
    /// environment has no masks, or the caller wants none.</summary>
    public Span<bool> ActionMasks { get; init; }

    /// <summary>Which actions are possible in <see cref="FinalObservations"/>, shape <c>[N, M]</c>; empty as <see cref="ActionMasks"/>. None
    /// need be where the task has ended.</summary>
    public Span<bool> FinalActionMasks { get; init; }

    /// <summary>Neighbouring rows.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="length">How many.</param>
    public StepBuffers Rows(int first, int length)
    {
        int count = Rewards.Length, size = Observations.Length / count, maskSize = ActionMasks.Length / count;
        return new()
        {
            Observations = Observations.Slice(first * size, length * size),
            FinalObservations = FinalObservations.Slice(first * size, length * size),
            Rewards = Rewards.Slice(first, length),
            Terminated = Terminated.Slice(first, length),
            Truncated = Truncated.Slice(first, length),
            ActionMasks = ActionMasks.Slice(first * maskSize, length * maskSize),
            FinalActionMasks = FinalActionMasks.Slice(first * maskSize, length * maskSize),
        };
    }

    /// <summary>The same buffers with others for the observations: for a wrapper that changes those alone.</summary>
    /// <param name="observations">Shape <c>[N, n]</c> of what is inside.</param>
    /// <param name="finalObservations">Shape <c>[N, n]</c> of what is inside.</param>
    public StepBuffers WithObservations(Span<float> observations, Span<float> finalObservations) => new()
    {
        Observations = observations,
        FinalObservations = finalObservations,
        Rewards = Rewards,
        Terminated = Terminated,
        Truncated = Truncated,
        ActionMasks = ActionMasks,
        FinalActionMasks = FinalActionMasks,
    };
}
