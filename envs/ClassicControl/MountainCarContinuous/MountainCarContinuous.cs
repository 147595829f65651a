using EnvHub.Numerics;
using EnvHub.Rendering;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Drive a weak car out of a valley with little force: action <c>[1]</c>, acceleration to the right, clipped to [-1, 1].
/// Observation <c>[2]</c>: position, velocity (per step). An episode terminates at the goal, which is worth 100; a step costs 0.1 times
/// the action's square, unclipped.</summary>
/// <remarks>Source: Moore (1990); constants, order of operations and casts of Gymnasium's <c>MountainCarContinuous-v0</c> under NumPy 2,
/// bit for bit. Differs: the episode restarts in the same step.</remarks>
public sealed class MountainCarContinuous : ClassicControlEnvironment
{
    private readonly MountainCarContinuousState _state;
    private readonly MountainCarContinuousDynamics _dynamics;
    private readonly MountainCarPicture _picture;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public MountainCarContinuous(int count, MountainCarContinuousSettings? settings = null) : this(settings ?? new(), count) { }

    private MountainCarContinuous(MountainCarContinuousSettings settings, int count)
        : base(count, settings.Limit(MountainCarContinuousSpec.Of(settings)))
    {
        (_state, _dynamics) = (new MountainCarContinuousState(count), new MountainCarContinuousDynamics(settings));
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

    private protected override void Move(int first, in ActionBatch actions)
    {
        var accelerations = actions.Elements;
        for (int i = 0; i < accelerations.Length; i++) _dynamics.Advance(_state, first + i, accelerations[i]);
    }

    private protected override void Write(int first, Span<float> observations) => _state.Write(first, observations);

    private protected override void Judge(int first, Span<double> rewards, Span<bool> terminated)
    {
        _state.Reward.AsSpan(first, rewards.Length).CopyTo(rewards);
        _state.Terminated.AsSpan(first, terminated.Length).CopyTo(terminated);
    }

    private protected override Canvas Draw(int copy) => _picture.Draw(_state.Position[copy]);

    private protected override string Sketch(int copy) => _picture.Sketch(_state.Position[copy], _state.Velocity[copy]);
}
