using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The physics of the pendulum: speed before angle. Products and sums stand in Gymnasium's order, since each rounds. The action
/// is float32 and stays so in its products with constants (NEP 50); the rest is double.</summary>
internal sealed class PendulumDynamics
{
    private const float TorqueCost = (float)PendulumSpec.TorqueCost;

    private readonly double _gravityFactor, _timeStep, _maxSpeed, _startAngle, _startSpeed;
    private readonly float _torqueFactor, _maxTorque;

    public PendulumDynamics(PendulumSettings settings)
    {
        _gravityFactor = 3 * settings.Gravity / (2 * settings.Length);
        _torqueFactor = (float)(3.0 / (settings.Mass * NumPyMath.Square(settings.Length)));
        (_timeStep, _maxSpeed, _maxTorque) = (settings.TimeStep, settings.MaxSpeed, (float)settings.MaxTorque);
        (_startAngle, _startSpeed) = (settings.InitialAngleMax, settings.InitialVelocityMax);
    }

    /// <summary>Draws a start state: the angle, then the speed.</summary>
    public void Start(PendulumState s, int copy, RandomGenerator random)
    {
        s.Theta[copy] = random.Uniform(-_startAngle, _startAngle);
        s.Speed[copy] = random.Uniform(-_startSpeed, _startSpeed);
        s.Torque[copy] = float.NaN;
        s.UpdateTrigonometry(copy);
    }

    /// <summary>Advances one copy by one time step.</summary>
    public void Advance(PendulumState s, int copy, float action)
    {
        float torque = Math.Min(Math.Max(action, -_maxTorque), _maxTorque);
        double theta = s.Theta[copy], speed = s.Speed[copy];
        s.Cost[copy] = NumPyMath.Square(Wrap(theta)) + PendulumSpec.SpeedCost * NumPyMath.Square(speed) + TorqueCost * NumPyMath.Square(torque);
        double next = speed + (_gravityFactor * s.Sin[copy] + _torqueFactor * torque) * _timeStep;
        next = Math.Min(Math.Max(next, -_maxSpeed), _maxSpeed);
        s.Torque[copy] = torque;
        s.Speed[copy] = next;
        s.Theta[copy] = theta + next * _timeStep;
        s.UpdateTrigonometry(copy);
    }

    private static double Wrap(double angle) => NumPyMath.FloorModulo(angle + Math.PI, 2 * Math.PI) - Math.PI;
}
