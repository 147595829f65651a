namespace EnvHub.Evaluation;

/// <summary>The trajectory of one copy of an environment of the hub.</summary>
public sealed class EnvironmentTrajectory : ITrajectorySource
{
    private readonly IVectorEnvironment _environment;
    private readonly IGeneratorSource? _generators;
    private readonly StepArena _arena;
    private RandomActions _actions;

    /// <param name="environment">One copy; it is reset and stepped, not disposed.</param>
    /// <exception cref="ArgumentException">There is more than one copy.</exception>
    public EnvironmentTrajectory(IVectorEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment.Count != 1)
            throw new ArgumentException($"The environment has {environment.Count} copies; a trajectory is that of one.", nameof(environment));
        (_environment, _generators, _arena) = (environment, environment as IGeneratorSource, new StepArena(environment));
        _actions = new RandomActions(environment.Spec.ActionSpace, seed: 0);
        Layout = new(environment.Spec.ObservationSpace.ElementSize, environment.Spec.ActionSpace.ElementSize, IsSinglePrecision: true);
    }

    /// <inheritdoc/>
    public TrajectoryLayout Layout { get; }

    /// <inheritdoc/>
    public void Begin(ulong seed, TrajectoryRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _actions = new RandomActions(_environment.Spec.ActionSpace, seed);
        _environment.Reset([seed], _arena.Observations);
        Widen(_arena.Observations, record.Observation);
        (record.Reward, record.Terminated, record.Truncated, record.Generator) = (0, false, false, _generators?.GeneratorStateOf(0));
    }

    /// <inheritdoc/>
    public void Advance(TrajectoryRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _actions.Draw(_arena);
        Widen(_actions.Elements, record.Action);
        _environment.Step(_arena.ActionBatch, _arena.Buffers);
        Widen(_arena.FinalObservations, record.Observation);
        Widen(_arena.Observations, record.FirstObservation);
        (record.Reward, record.Terminated, record.Truncated) = (_arena.Rewards[0], _arena.Terminated[0], _arena.Truncated[0]);
        record.Generator = _generators?.GeneratorStateOf(0);
    }

    private static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++) to[i] = from[i];
    }
}
