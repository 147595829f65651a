namespace EnvHub.Envs.ClassicControl;

/// <summary>Swing the tip of a two-link pendulum above a bar by a torque of -1 (0), 0 (1) or +1 (2) N·m on the middle joint.
/// Observation <c>[6]</c>: cos θ₁, sin θ₁, cos θ₂, sin θ₂, θ̇₁ (rad/s), θ̇₂ (rad/s); θ₁ = 0 hangs down, θ₂ is relative to the first
/// link. An episode terminates above the bar; each step before is worth -1.</summary>
/// <remarks>Source: Sutton (1996); constants, order of operations and casts of Gymnasium's <c>Acrobot-v1</c>, bit for bit. Differs: the
/// episode restarts in the same step.</remarks>
public sealed class Acrobot : IVectorEnvironment
{
    private readonly AcrobotState _state;
    private readonly AcrobotDynamics _dynamics;
    private readonly Episodes _episodes;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public Acrobot(int count, AcrobotSettings? settings = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        settings ??= new AcrobotSettings();
        (Count, Spec) = (count, settings.Limit(AcrobotSpec.Of(settings)));
        (_state, _dynamics) = (new AcrobotState(count), new AcrobotDynamics(settings));
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
        for (int i = 0; i < Count; i++)
        {
            _dynamics.Start(_state, i, _episodes.RandomOf(i));
            _state.WriteStart(i, observations);
        }
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        StepGuard.CheckDiscrete(Spec, Count, _episodes.HaveBegun, actions, output);
        for (int i = 0; i < Count; i++) _dynamics.Advance(_state, i, actions.Discrete[i], _episodes.RandomOf(i));
        _state.WriteAll(output.FinalObservations);
        output.FinalObservations.CopyTo(output.Observations);
        for (int i = 0; i < Count; i++)
        {
            bool terminated = AcrobotDynamics.IsAboveBar(_state, i), truncated = _episodes.CountStep(i);
            output.Rewards[i] = terminated ? 0 : -1;
            (output.Terminated[i], output.Truncated[i]) = (terminated, truncated);
            if (terminated || truncated) Restart(i, output.Observations);
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private void Restart(int copy, Span<float> observations)
    {
        _dynamics.Start(_state, copy, _episodes.Restart(copy));
        _state.WriteStart(copy, observations);
    }
}
