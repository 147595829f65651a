namespace EnvHub.Contracts;

/// <summary>Owns the buffers that a run of N copies needs: one arena per environment, made once.</summary>
public sealed class StepArena
{
    private readonly float[] _observations, _finalObservations;
    private readonly double[] _rewards;
    private readonly bool[] _terminated, _truncated;
    private readonly int[] _actions;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="elementSize">Elements per observation.</param>
    public StepArena(int count, int elementSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Count, ElementSize) = (count, elementSize);
        (_observations, _finalObservations) = (new float[count * elementSize], new float[count * elementSize]);
        (_rewards, _terminated, _truncated, _actions) = (new double[count], new bool[count], new bool[count], new int[count]);
    }

    /// <summary>Buffers of the size that <paramref name="environment"/> needs.</summary>
    public StepArena(IVectorEnvironment environment) : this(environment.Count, environment.Spec.ObservationSpace.ElementSize) { }

    /// <summary>Copies, N.</summary>
    public int Count { get; }

    /// <summary>Elements per observation, n.</summary>
    public int ElementSize { get; }

    /// <summary>Discrete actions to take, shape <c>[N]</c>.</summary>
    public Span<int> Actions => _actions;

    /// <summary>What to act on next, shape <c>[N, n]</c>.</summary>
    public Span<float> Observations => _observations;

    /// <summary>What the last step led to, shape <c>[N, n]</c>.</summary>
    public ReadOnlySpan<float> FinalObservations => _finalObservations;

    /// <summary>Rewards of the last step, shape <c>[N]</c>.</summary>
    public ReadOnlySpan<double> Rewards => _rewards;

    /// <summary>Whether the task ended the episode, shape <c>[N]</c>.</summary>
    public ReadOnlySpan<bool> Terminated => _terminated;

    /// <summary>Whether the clock ended the episode, shape <c>[N]</c>.</summary>
    public ReadOnlySpan<bool> Truncated => _truncated;

    /// <summary>The view that <see cref="IVectorEnvironment.Step"/> writes through.</summary>
    public StepBuffers Buffers => new()
    {
        Observations = _observations,
        FinalObservations = _finalObservations,
        Rewards = _rewards,
        Terminated = _terminated,
        Truncated = _truncated,
    };
}
