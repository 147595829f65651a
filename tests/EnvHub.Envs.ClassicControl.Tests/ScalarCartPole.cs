using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl.Tests;

/// <summary>The cart-pole written once more, one copy, as plainly as the equations: the reference for the vectorised one.</summary>
internal sealed class ScalarCartPole
{
    private readonly RandomGenerator _random;
    private double _x, _xDot, _theta, _thetaDot;

    public ScalarCartPole(ulong seed)
    {
        _random = new RandomGenerator(seed);
        Reset();
    }

    public float[] Observation => [(float)_x, (float)_xDot, (float)_theta, (float)_thetaDot];

    public void Reset() => (_x, _xDot, _theta, _thetaDot) = (Draw(), Draw(), Draw(), Draw());

    public void Step(int action)
    {
        const double TotalMass = 0.1 + 1.0, Moment = 0.1 * 0.5, TimeStep = 0.02;
        double sin = Math.Sin(_theta), cos = Math.Cos(_theta);
        double push = ((action == 1 ? 10.0 : -10.0) + Moment * (_thetaDot * _thetaDot) * sin) / TotalMass;
        double thetaAcceleration = (9.8 * sin - cos * push) / (0.5 * (4.0 / 3.0 - 0.1 * (cos * cos) / TotalMass));
        double xAcceleration = push - Moment * thetaAcceleration * cos / TotalMass;
        (_x, _xDot) = (_x + TimeStep * _xDot, _xDot + TimeStep * xAcceleration);
        (_theta, _thetaDot) = (_theta + TimeStep * _thetaDot, _thetaDot + TimeStep * thetaAcceleration);
    }

    private double Draw() => _random.Uniform(-0.05, 0.05);
}
