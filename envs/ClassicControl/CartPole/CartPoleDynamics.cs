using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The physics of the cart-pole: explicit Euler, positions before velocities. Products and quotients stand in Gymnasium's
/// order, since each rounds; nothing here may be rearranged.</summary>
internal sealed class CartPoleDynamics(CartPoleSettings settings)
{
    private readonly double _gravity = settings.Gravity, _poleMass = settings.PoleMass, _halfLength = settings.HalfLength;
    private readonly double _force = settings.Force, _timeStep = settings.TimeStep;
    private readonly double _totalMass = settings.PoleMass + settings.CartMass, _poleMoment = settings.PoleMass * settings.HalfLength;
    private readonly double _startLow = settings.InitialStateLower, _startHigh = settings.InitialStateUpper;

    /// <summary>Draws a start state: four uniform values, in the order of the observation.</summary>
    public void Start(CartPoleState s, int copy, RandomGenerator random)
    {
        s.X[copy] = random.Uniform(_startLow, _startHigh);
        s.XDot[copy] = random.Uniform(_startLow, _startHigh);
        s.Theta[copy] = random.Uniform(_startLow, _startHigh);
        s.ThetaDot[copy] = random.Uniform(_startLow, _startHigh);
    }

    /// <summary>Advances every copy by one time step.</summary>
    /// <param name="actions">Shape <c>[N]</c>, 0 or 1.</param>
    public void Advance(CartPoleState s, ReadOnlySpan<int> actions)
    {
        for (int i = 0; i < actions.Length; i++)
        {
            double xDot = s.XDot[i], thetaDot = s.ThetaDot[i];
            var (sin, cos) = Math.SinCos(s.Theta[i]);
            double push = ((actions[i] == 1 ? _force : -_force) + _poleMoment * (thetaDot * thetaDot) * sin) / _totalMass;
            double thetaAcceleration = (_gravity * sin - cos * push) / (_halfLength * (4.0 / 3.0 - _poleMass * (cos * cos) / _totalMass));
            double xAcceleration = push - _poleMoment * thetaAcceleration * cos / _totalMass;
            s.X[i] += _timeStep * xDot;
            s.XDot[i] = xDot + _timeStep * xAcceleration;
            s.Theta[i] += _timeStep * thetaDot;
            s.ThetaDot[i] = thetaDot + _timeStep * thetaAcceleration;
        }
    }

    /// <summary>Whether the cart left the track or the pole fell.</summary>
    public static bool HasFallen(CartPoleState s, int copy) =>
        Math.Abs(s.X[copy]) > CartPoleSpec.TrackLimit || Math.Abs(s.Theta[copy]) > CartPoleSpec.AngleLimit;
}
