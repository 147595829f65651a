using EnvHub.Numerics;
using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Swing the tip of a two-link pendulum above a bar by a torque of -1 (0), 0 (1) or +1 (2) N·m on the middle joint.
/// Observation <c>[6]</c>: cos θ₁, sin θ₁, cos θ₂, sin θ₂, θ̇₁ (rad/s), θ̇₂ (rad/s); θ₁ = 0 hangs down, θ₂ is relative to the first
/// link. An episode terminates above the bar; each step before is worth -1.</summary>
/// <remarks>Source: Sutton (1996); constants, order of operations and casts of Gymnasium's <c>Acrobot-v1</c>, bit for bit. Differs: the
/// episode restarts in the same step.</remarks>
public sealed class Acrobot : ClassicControlEnvironment
{
    private readonly AcrobotState _state;
    private readonly AcrobotDynamics _dynamics;
    private readonly AcrobotPicture _picture;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public Acrobot(int count, AcrobotSettings? settings = null) : this(settings ?? new AcrobotSettings(), count) { }

    private Acrobot(AcrobotSettings settings, int count) : base(count, settings.Limit(AcrobotSpec.Of(settings))) =>
        (_state, _dynamics, _picture) = (new AcrobotState(count), new AcrobotDynamics(settings), new AcrobotPicture(settings.LinkLength1));

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        _dynamics.Start(_state, copy, random);
        _state.WriteStart(copy, observation);
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _state.Exchange(archive);
    }

    private protected override void Move(int first, in ActionBatch actions)
    {
        var torques = actions.Discrete;
        for (int i = 0; i < torques.Length; i++) _dynamics.Advance(_state, first + i, torques[i], RandomOf(first + i));
    }

    private protected override void Write(int first, Span<float> observations) => _state.Write(first, observations);

    private protected override void Judge(int first, Span<double> rewards, Span<bool> terminated)
    {
        for (int i = 0; i < terminated.Length; i++)
        {
            bool isAboveBar = AcrobotDynamics.IsAboveBar(_state, first + i);
            (terminated[i], rewards[i]) = (isAboveBar, isAboveBar ? 0 : -1);
        }
    }

    private protected override Canvas Draw(int copy) => _picture.Draw(_state.Theta1[copy], _state.Theta2[copy]);

    private protected override string Sketch(int copy) => _picture.Sketch(_state.Theta1[copy], _state.Theta2[copy]);
}
