using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The physics of the continuous mountain car. The kind of every number is Gymnasium's under NEP 50: the start state is float64,
/// all later ones float32; the action is float32, but a clipped one is the limit, a Python float, and so computed in double.</summary>
internal sealed class MountainCarContinuousDynamics(MountainCarContinuousSettings settings)
{
    private readonly double _minPosition = settings.MinPosition, _maxPosition = settings.MaxPosition, _maxSpeed = settings.MaxSpeed;
    private readonly double _goalPosition = settings.GoalPosition, _goalVelocity = settings.GoalVelocity;
    private readonly double _power = settings.Power, _gravity = settings.Gravity;
    private readonly double _startLow = settings.MinPositionStart, _startHigh = settings.MaxPositionStart;
    private readonly double _startSlowest = settings.MinVelocityStart, _startFastest = settings.MaxVelocityStart;

    /// <summary>Draws a start state. A velocity is drawn only where its bounds differ: Gymnasium starts at rest and draws none.</summary>
    public void Start(MountainCarContinuousState s, int copy, RandomGenerator random)
    {
        s.Position[copy] = random.Uniform(_startLow, _startHigh);
        s.Velocity[copy] = _startSlowest < _startFastest ? random.Uniform(_startSlowest, _startFastest) : _startSlowest;
        s.IsAtStart[copy] = true;
    }

    /// <summary>Advances one copy by one step.</summary>
    public void Advance(MountainCarContinuousState s, int copy, float action)
    {
        bool isAtGoal = s.IsAtStart[copy] ? AdvanceDouble(s, copy, action) : AdvanceSingle(s, copy, action);
        s.IsAtStart[copy] = false;
        s.Terminated[copy] = isAtGoal;
        s.Reward[copy] = (isAtGoal ? MountainCarContinuousSpec.GoalReward : 0) - NumPyMath.Square((double)action) * MountainCarContinuousSpec.ActionCost;
    }

    private bool AdvanceDouble(MountainCarContinuousState s, int copy, float action)
    {
        double velocity = s.Velocity[copy] + Acceleration(action, 3 * s.Position[copy]);
        velocity = Math.Min(Math.Max(velocity, -_maxSpeed), _maxSpeed);
        double position = Math.Min(Math.Max(s.Position[copy] + velocity, _minPosition), _maxPosition);
        if (position == _minPosition && velocity < 0) velocity = 0;
        (s.Position[copy], s.Velocity[copy]) = ((float)position, (float)velocity);
        return position >= _goalPosition && velocity >= _goalVelocity;
    }

    // Where Gymnasium goes on with a limit as a Python float, the next sum or comparison rounds it to float32.
    private bool AdvanceSingle(MountainCarContinuousState s, int copy, float action)
    {
        float oldPosition = (float)s.Position[copy], maxSpeed = (float)_maxSpeed, minPosition = (float)_minPosition;
        float velocity = (float)s.Velocity[copy] + (float)Acceleration(action, 3 * oldPosition);
        velocity = Math.Min(Math.Max(velocity, -maxSpeed), maxSpeed);
        float position = Math.Min(Math.Max(oldPosition + velocity, minPosition), (float)_maxPosition);
        if (position == minPosition && velocity < 0) velocity = 0;
        (s.Position[copy], s.Velocity[copy]) = (position, velocity);
        return position >= (float)_goalPosition && velocity >= (float)_goalVelocity;
    }

    private double Acceleration(float action, double angle)
    {
        double slope = _gravity * Math.Cos(angle);
        return Math.Abs(action) <= 1 ? action * (float)_power - (float)slope : Math.Sign(action) * _power - slope;
    }
}
