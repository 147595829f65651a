namespace EnvHub.Envs.ClassicControl;

/// <summary>Drive a weak car out of a valley: accelerate left (0), not at all (1) or right (2). Observation <c>[2]</c>: position, velocity
/// (per step). An episode terminates at the goal; each step is worth -1.</summary>
/// <remarks>Source: Moore (1990); constants and order of operations of Gymnasium's <c>MountainCar-v0</c>, bit for bit. Differs: the
/// episode restarts in the same step.</remarks>
public sealed class MountainCar : IVectorEnvironment
{
    private readonly MountainCarState _state;
    private readonly MountainCarDynamics _dynamics;
    private readonly Episodes _episodes;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public MountainCar(int count, MountainCarSettings? settings = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        settings ??= new MountainCarSettings();
        (Count, Spec) = (count, settings.Limit(MountainCarSpec.Of(settings)));
        (_state, _dynamics) = (new MountainCarState(count), new MountainCarDynamics(settings));
        _episodes = new Episodes(count, Spec.MaxEpisodeSteps);
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
        for (int i = 0; i < Count; i++) _dynamics.Start(_state, i, _episodes.RandomOf(i));
        _state.WriteAll(observations);
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        StepGuard.CheckDiscrete(Spec, Count, _episodes.HaveBegun, actions, output);
        _dynamics.Advance(_state, actions.Discrete);
        _state.WriteAll(output.FinalObservations);
        output.FinalObservations.CopyTo(output.Observations);
        output.Rewards.Fill(-1);
        for (int i = 0; i < Count; i++)
        {
            bool terminated = _dynamics.IsAtGoal(_state, i), truncated = _episodes.CountStep(i);
            (output.Terminated[i], output.Truncated[i]) = (terminated, truncated);
            if (terminated || truncated) Restart(i, output.Observations);
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private void Restart(int copy, Span<float> observations)
    {
        _dynamics.Start(_state, copy, _episodes.Restart(copy));
        _state.Write(copy, observations);
    }
}
