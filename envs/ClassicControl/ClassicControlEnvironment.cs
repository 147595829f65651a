using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The order of events that all environments of this family share; each gives its start, its dynamics and its judgement.</summary>
public abstract partial class ClassicControlEnvironment : IVectorEnvironment
{
    private readonly Episodes _episodes;

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    private protected ClassicControlEnvironment(int count, EnvironmentSpec spec)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Count, Spec) = (count, spec);
        _episodes = new Episodes(count, spec.MaxEpisodeSteps);
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, Span<float> observations)
    {
        StepGuard.CheckReset(Spec, Count, seeds, observations);
        _episodes.Begin(seeds);
        for (int i = 0; i < Count; i++) Start(i, _episodes.RandomOf(i), observations);
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        StepGuard.CheckDiscrete(Spec, Count, _episodes.HaveBegun, actions, output);
        Advance(actions.Discrete);
        WriteAll(output.FinalObservations);
        output.FinalObservations.CopyTo(output.Observations);
        Judge(output.Rewards, output.Terminated);
        for (int i = 0; i < Count; i++)
        {
            bool truncated = _episodes.CountStep(i);
            output.Truncated[i] = truncated;
            if (truncated || output.Terminated[i]) Start(i, _episodes.Restart(i), output.Observations);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);

    /// <summary>The generator of <paramref name="copy"/>, for noise within an episode.</summary>
    private protected RandomGenerator RandomOf(int copy) => _episodes.RandomOf(copy);

    /// <summary>Draws the start state of <paramref name="copy"/> and writes its row of <paramref name="observations"/>.</summary>
    private protected abstract void Start(int copy, RandomGenerator random, Span<float> observations);

    /// <summary>Applies one action per copy, each in the action space.</summary>
    private protected abstract void Advance(ReadOnlySpan<int> actions);

    /// <summary>Writes what every copy sees.</summary>
    private protected abstract void WriteAll(Span<float> observations);

    /// <summary>Writes every copy's reward and whether its task has ended.</summary>
    private protected abstract void Judge(Span<double> rewards, Span<bool> terminated);
}
