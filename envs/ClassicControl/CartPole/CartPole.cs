using EnvHub.Numerics;
using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Balance a pole on a cart by pushing the cart left (0) or right (1). Observation <c>[4]</c>: x (m), ẋ (m/s), θ (rad, 0 is
/// upright), θ̇ (rad/s). An episode terminates when |x| or |θ| leaves its limit; each step is worth 1.</summary>
/// <remarks>Source: Barto, Sutton and Anderson (1983); constants and order of operations of Gymnasium's <c>CartPole-v0</c> and
/// <c>CartPole-v1</c>, bit for bit. Differs: the episode restarts in the same step.</remarks>
public sealed class CartPole : ClassicControlEnvironment
{
    private readonly CartPoleState _state;
    private readonly CartPoleDynamics _dynamics;
    private readonly double _standingReward, _fallenReward, _halfLength;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <param name="version">0: 200 steps, solved at 195; 1: 500 steps, solved at 475.</param>
    public CartPole(int count, CartPoleSettings? settings = null, int version = 1) : this(settings ?? new CartPoleSettings(), count, version) { }

    private CartPole(CartPoleSettings settings, int count, int version) : base(count, settings.Limit(CartPoleSpec.Of(settings, version)))
    {
        (_state, _dynamics) = (new CartPoleState(count), new CartPoleDynamics(settings));
        (_standingReward, _fallenReward) = settings.SuttonBartoReward ? (0, -1) : (1, 1);
        _halfLength = settings.HalfLength;
    }

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        _dynamics.Start(_state, copy, random);
        _state.Write(copy, observation);
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _state.Exchange(archive);
    }

    private protected override void Move(int first, in ActionBatch actions) => _dynamics.Advance(_state, first, actions.Discrete);

    private protected override void Write(int first, Span<float> observations) => _state.Write(first, observations);

    private protected override void Judge(int first, Span<double> rewards, Span<bool> terminated)
    {
        for (int i = 0; i < terminated.Length; i++)
        {
            bool hasFallen = CartPoleDynamics.HasFallen(_state, first + i);
            (terminated[i], rewards[i]) = (hasFallen, hasFallen ? _fallenReward : _standingReward);
        }
    }

    private protected override Canvas Draw(int copy) => CartPolePicture.Draw(_state.X[copy], _state.Theta[copy], _halfLength);

    private protected override string Sketch(int copy) => CartPolePicture.Sketch(_state.X[copy], _state.Theta[copy], _halfLength);
}
