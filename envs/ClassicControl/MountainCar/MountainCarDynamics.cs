using System.Numerics;
using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The physics of the mountain car: velocity before position, an inelastic wall on the left. Sums stand in Gymnasium's order,
/// since each rounds; nothing here may be rearranged.</summary>
internal sealed class MountainCarDynamics(MountainCarSettings settings)
{
    private readonly double _minPosition = settings.MinPosition, _maxPosition = settings.MaxPosition, _maxSpeed = settings.MaxSpeed;
    private readonly double _goalPosition = settings.GoalPosition, _goalVelocity = settings.GoalVelocity;
    private readonly double _force = settings.ForceSign * settings.Force, _gravity = settings.Gravity;
    private readonly MountainCarState _alone = new(1);
    private readonly double _startLow = settings.MinPositionStart, _startHigh = settings.MaxPositionStart;
    private readonly double _startSlowest = settings.MinVelocityStart, _startFastest = settings.MaxVelocityStart;

    /// <summary>Draws a start state. A velocity is drawn only where its bounds differ: Gymnasium starts at rest and draws none.</summary>
    public void Start(MountainCarState s, int copy, RandomGenerator random)
    {
        s.Position[copy] = random.Uniform(_startLow, _startHigh);
        s.Velocity[copy] = _startSlowest < _startFastest ? random.Uniform(_startSlowest, _startFastest) : _startSlowest;
    }

    /// <summary>Advances neighbouring copies by one step.</summary>
    /// <param name="actions">0, 1 or 2, for the copies from <paramref name="first"/> on.</param>
    public void Advance(MountainCarState s, int first, ReadOnlySpan<int> actions)
    {
        if (actions.Length == s.Count) Advance(s, actions);
        else for (int i = 0; i < actions.Length; i++) AdvanceAlone(s, first + i, actions.Slice(i, 1));
    }

    // Whole vectors know no waiting copies: one copy goes through the same arithmetic in a place of its own.
    private void AdvanceAlone(MountainCarState s, int copy, ReadOnlySpan<int> action)
    {
        _alone.Take(0, s, copy);
        Advance(_alone, action);
        s.Take(copy, _alone, 0);
    }

    private void Advance(MountainCarState s, ReadOnlySpan<int> actions)
    {
        var acceleration = s.Acceleration.AsSpan(0, actions.Length);
        for (int i = 0; i < acceleration.Length; i++)
            acceleration[i] = (actions[i] - 1) * _force + Math.Cos(3 * s.Position[i]) * -_gravity;
        Vector<double> fastest = Vector.Create(_maxSpeed), left = Vector.Create(_minPosition), right = Vector.Create(_maxPosition);
        for (int i = 0; i < s.Position.Length; i += Vector<double>.Count)
        {
            var velocity = Vector.ClampNative(new Vector<double>(s.Velocity, i) + new Vector<double>(s.Acceleration, i), -fastest, fastest);
            var position = Vector.ClampNative(new Vector<double>(s.Position, i) + velocity, left, right);
            var hitsWall = Vector.Equals(position, left) & Vector.LessThan(velocity, Vector<double>.Zero);
            position.CopyTo(s.Position, i);
            Vector.ConditionalSelect(hitsWall, Vector<double>.Zero, velocity).CopyTo(s.Velocity, i);
        }
    }

    /// <summary>Whether the car is at the goal, fast enough.</summary>
    public bool IsAtGoal(MountainCarState s, int copy) => s.Position[copy] >= _goalPosition && s.Velocity[copy] >= _goalVelocity;
}
