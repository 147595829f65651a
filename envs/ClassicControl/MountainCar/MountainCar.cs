using EnvHub.Numerics;
using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Drive a weak car out of a valley: accelerate left (0), not at all (1) or right (2). Observation <c>[2]</c>: position, velocity
/// (per step). An episode terminates at the goal; each step is worth -1.</summary>
/// <remarks>Source: Moore (1990); constants and order of operations of Gymnasium's <c>MountainCar-v0</c>, bit for bit. Differs: the
/// episode restarts in the same step.</remarks>
public sealed class MountainCar : ClassicControlEnvironment
{
    private readonly MountainCarState _state;
    private readonly MountainCarDynamics _dynamics;
    private readonly MountainCarPicture _picture;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public MountainCar(int count, MountainCarSettings? settings = null) : this(settings ?? new MountainCarSettings(), count) { }

    private MountainCar(MountainCarSettings settings, int count) : base(count, settings.Limit(MountainCarSpec.Of(settings)))
    {
        (_state, _dynamics) = (new MountainCarState(count), new MountainCarDynamics(settings));
        _picture = new MountainCarPicture(settings.MinPosition, settings.MaxPosition, settings.GoalPosition);
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
        rewards.Fill(-1);
        for (int i = 0; i < terminated.Length; i++) terminated[i] = _dynamics.IsAtGoal(_state, first + i);
    }

    private protected override Canvas Draw(int copy) => _picture.Draw(_state.Position[copy]);

    private protected override string Sketch(int copy) => _picture.Sketch(_state.Position[copy], _state.Velocity[copy]);
}
