namespace EnvHub.Envs.ClassicControl;

/// <summary>Balance a pole on a cart by pushing the cart left (0) or right (1). Observation <c>[4]</c>: x (m), ẋ (m/s), θ (rad, 0 is
/// upright), θ̇ (rad/s). An episode terminates when |x| or |θ| leaves its limit; each step is worth 1.</summary>
/// <remarks>Source: Barto, Sutton and Anderson (1983); constants and order of operations of Gymnasium's <c>CartPole-v0</c> and
/// <c>CartPole-v1</c>, bit for bit. Differs: the episode restarts in the same step.</remarks>
public sealed class CartPole : IVectorEnvironment
{
    private readonly CartPoleState _state;
    private readonly CartPoleDynamics _dynamics;
    private readonly Episodes _episodes;
    private readonly double _standingReward, _fallenReward;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <param name="version">0: 200 steps, solved at 195; 1: 500 steps, solved at 475.</param>
    public CartPole(int count, CartPoleSettings? settings = null, int version = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        settings ??= new CartPoleSettings();
        (Count, Spec) = (count, settings.Limit(CartPoleSpec.Of(settings, version)));
        (_state, _dynamics) = (new CartPoleState(count), new CartPoleDynamics(settings));
        _episodes = new Episodes(count, Spec.MaxEpisodeSteps);
        (_standingReward, _fallenReward) = settings.SuttonBartoReward ? (0, -1) : (1, 1);
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
        for (int i = 0; i < Count; i++)
        {
            bool terminated = CartPoleDynamics.HasFallen(_state, i), truncated = _episodes.CountStep(i);
            output.Rewards[i] = terminated ? _fallenReward : _standingReward;
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
