using EnvHub.Numerics;
using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Swing a rod up and hold it there by a torque on its pivot, action <c>[1]</c> (N·m; clipped to the limit). Observation
/// <c>[3]</c>: cos θ, sin θ, θ̇ (rad/s); θ = 0 is upright. No episode terminates; a step costs θ² + 0.1·θ̇² + 0.001·torque², θ in
/// [-π, π), as they were before it.</summary>
/// <remarks>Source: constants, order of operations and casts of Gymnasium's <c>Pendulum-v1</c> under NumPy 2, bit for bit. Differs: the
/// episode restarts in the same step.</remarks>
public sealed class Pendulum : ClassicControlEnvironment
{
    private readonly PendulumState _state;
    private readonly PendulumDynamics _dynamics;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public Pendulum(int count, PendulumSettings? settings = null) : this(settings ?? new PendulumSettings(), count) { }

    private Pendulum(PendulumSettings settings, int count) : base(count, settings.Limit(PendulumSpec.Of(settings))) =>
        (_state, _dynamics) = (new PendulumState(count), new PendulumDynamics(settings));

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

    private protected override void Move(int first, in ActionBatch actions)
    {
        var torques = actions.Elements;
        for (int i = 0; i < torques.Length; i++) _dynamics.Advance(_state, first + i, torques[i]);
    }

    private protected override void Write(int first, Span<float> observations) => _state.Write(first, observations);

    private protected override void Judge(int first, Span<double> rewards, Span<bool> terminated)
    {
        for (int i = 0; i < rewards.Length; i++) rewards[i] = -_state.Cost[first + i];
        terminated.Clear();
    }

    private protected override Canvas Draw(int copy) => PendulumPicture.Draw(_state.Theta[copy], _state.Torque[copy]);

    private protected override string Sketch(int copy) => PendulumPicture.Sketch(_state.Theta[copy], _state.Speed[copy], _state.Torque[copy]);
}
