using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The physics of the acrobot: one Runge-Kutta step of fourth order per time step. Products and sums stand in Gymnasium's order,
/// since each rounds; what is computed once here is what Python computes first, from the left.</summary>
internal sealed class AcrobotDynamics
{
    private readonly double _inertia1, _inertia2, _squares, _twiceArms, _arms, _inner2, _coupling, _twiceCoupling;
    private readonly double _weight1, _weight2, _moment, _mass2;
    private readonly double _torque, _noise, _timeStep, _maxSpeed1, _maxSpeed2;
    private readonly (double Low, double High) _startAngle, _startSpeed;
    private readonly bool _isBook;

    public AcrobotDynamics(AcrobotSettings settings)
    {
        var (m1, m2, length, com1, com2) = (settings.LinkMass1, settings.LinkMass2, settings.LinkLength1, settings.LinkComPos1, settings.LinkComPos2);
        (_mass2, _moment) = (m2, settings.LinkMoi);
        _inertia1 = m1 * NumPyMath.Square(com1);
        _inertia2 = m2 * NumPyMath.Square(com2) + _moment;
        _squares = NumPyMath.Square(length) + NumPyMath.Square(com2);
        (_twiceArms, _arms, _inner2) = (2 * length * com2, length * com2, NumPyMath.Square(com2));
        (_coupling, _twiceCoupling) = (m2 * length * com2, 2 * m2 * length * com2);
        _weight1 = (m1 * com1 + m2 * length) * settings.Gravity;
        _weight2 = m2 * com2 * settings.Gravity;
        (_torque, _noise, _timeStep) = (settings.TorqueSign * settings.Torque, settings.TorqueNoiseMax, settings.TimeStep);
        (_maxSpeed1, _maxSpeed2) = (settings.MaxVel1, settings.MaxVel2);
        _startAngle = (settings.InitialAngleLower, settings.InitialAngleUpper);
        _startSpeed = (settings.InitialVelocityLower, settings.InitialVelocityUpper);
        _isBook = settings.BookOrNips == AcrobotEquations.Book;
    }

    /// <summary>Draws a start state: four uniform values, rounded to float32 as Gymnasium does.</summary>
    public void Start(AcrobotState s, int copy, RandomGenerator random)
    {
        s.Theta1[copy] = (float)random.Uniform(_startAngle.Low, _startAngle.High);
        s.Theta2[copy] = (float)random.Uniform(_startAngle.Low, _startAngle.High);
        s.Speed1[copy] = (float)random.Uniform(_startSpeed.Low, _startSpeed.High);
        s.Speed2[copy] = (float)random.Uniform(_startSpeed.Low, _startSpeed.High);
        s.UpdateTrigonometry(copy);
    }

    /// <summary>Advances one copy by one time step.</summary>
    /// <param name="action">0, 1 or 2.</param>
    public void Advance(AcrobotState s, int copy, int action, RandomGenerator random)
    {
        double torque = (action - 1) * _torque;
        if (_noise > 0) torque += random.Uniform(-_noise, _noise);
        var start = new AcrobotPoint(s.Theta1[copy], s.Theta2[copy], s.Speed1[copy], s.Speed2[copy]);
        var end = RungeKutta(start, Rate(start, s.Sin2[copy], s.Cos2[copy], torque), torque);
        s.Theta1[copy] = Wrap(end.Theta1);
        s.Theta2[copy] = Wrap(end.Theta2);
        s.Speed1[copy] = Math.Min(Math.Max(end.Speed1, -_maxSpeed1), _maxSpeed1);
        s.Speed2[copy] = Math.Min(Math.Max(end.Speed2, -_maxSpeed2), _maxSpeed2);
        s.UpdateTrigonometry(copy);
    }

    /// <summary>Whether the tip is above the bar, one link length over the pivot.</summary>
    public static bool IsAboveBar(AcrobotState s, int copy) => -s.Cos1[copy] - Math.Cos(s.Theta2[copy] + s.Theta1[copy]) > 1;

    private AcrobotPoint RungeKutta(in AcrobotPoint start, in AcrobotPoint k1, double torque)
    {
        double half = _timeStep / 2;
        var k2 = Rate(start.Plus(half, k1), torque);
        var k3 = Rate(start.Plus(half, k2), torque);
        var k4 = Rate(start.Plus(_timeStep, k3), torque);
        return start.Plus(_timeStep / 6, new(
            k1.Theta1 + 2 * k2.Theta1 + 2 * k3.Theta1 + k4.Theta1, k1.Theta2 + 2 * k2.Theta2 + 2 * k3.Theta2 + k4.Theta2,
            k1.Speed1 + 2 * k2.Speed1 + 2 * k3.Speed1 + k4.Speed1, k1.Speed2 + 2 * k2.Speed2 + 2 * k3.Speed2 + k4.Speed2));
    }

    private AcrobotPoint Rate(in AcrobotPoint s, double torque)
    {
        var (sin2, cos2) = Math.SinCos(s.Theta2);
        return Rate(s, sin2, cos2, torque);
    }

    // d1, d2, φ1, φ2 as in Sutton and Barto's book. Square stands where Gymnasium writes ** 2.
    private AcrobotPoint Rate(in AcrobotPoint s, double sin2, double cos2, double torque)
    {
        double d1 = _inertia1 + _mass2 * (_squares + _twiceArms * cos2) + _moment + _moment;
        double d2 = _mass2 * (_inner2 + _arms * cos2) + _moment;
        double phi2 = _weight2 * Math.Cos(s.Theta1 + s.Theta2 - Math.PI / 2);
        double phi1 = -_coupling * NumPyMath.Square(s.Speed2) * sin2 - _twiceCoupling * s.Speed2 * s.Speed1 * sin2
            + _weight1 * Math.Cos(s.Theta1 - Math.PI / 2) + phi2;
        double drive = torque + d2 / d1 * phi1;
        if (_isBook) drive -= _coupling * NumPyMath.Square(s.Speed1) * sin2;
        double acceleration2 = (drive - phi2) / (_inertia2 - NumPyMath.Square(d2) / d1);
        return new(s.Speed1, s.Speed2, -(d2 * acceleration2 + phi1) / d1, acceleration2);
    }

    private static double Wrap(double angle)
    {
        while (angle > Math.PI) angle -= 2 * Math.PI;
        while (angle < -Math.PI) angle += 2 * Math.PI;
        return angle;
    }
}
