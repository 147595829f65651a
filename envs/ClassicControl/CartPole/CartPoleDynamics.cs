using System.Numerics;
using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The physics of the cart-pole: explicit Euler, positions before velocities. Products and quotients stand in Gymnasium's
/// order, since each rounds; nothing here may be rearranged.</summary>
internal sealed class CartPoleDynamics(CartPoleSettings settings)
{
    private readonly double _gravity = settings.Gravity, _poleMass = settings.PoleMass, _halfLength = settings.HalfLength;
    private readonly double _force = settings.ForceSign * settings.Force, _timeStep = settings.TimeStep;
    private readonly double _totalMass = settings.PoleMass + settings.CartMass, _poleMoment = settings.PoleMass * settings.HalfLength;
    private readonly CartPoleState _alone = new(1);
    private readonly double _startLow = settings.InitialStateLower, _startHigh = settings.InitialStateUpper;

    /// <summary>Draws a start state: four uniform values, in the order of the observation.</summary>
    public void Start(CartPoleState s, int copy, RandomGenerator random)
    {
        s.X[copy] = random.Uniform(_startLow, _startHigh);
        s.XDot[copy] = random.Uniform(_startLow, _startHigh);
        s.Theta[copy] = random.Uniform(_startLow, _startHigh);
        s.ThetaDot[copy] = random.Uniform(_startLow, _startHigh);
    }

    /// <summary>Advances neighbouring copies by one time step.</summary>
    /// <param name="actions">0 or 1, for the copies from <paramref name="first"/> on.</param>
    public void Advance(CartPoleState s, int first, ReadOnlySpan<int> actions)
    {
        if (actions.Length == s.Count) Advance(s, actions);
        else for (int i = 0; i < actions.Length; i++) AdvanceAlone(s, first + i, actions.Slice(i, 1));
    }

    // Whole vectors know no waiting copies: one copy goes through the same arithmetic in a place of its own.
    private void AdvanceAlone(CartPoleState s, int copy, ReadOnlySpan<int> action)
    {
        _alone.Take(0, s, copy);
        Advance(_alone, action);
        s.Take(copy, _alone, 0);
    }

    private void Advance(CartPoleState s, ReadOnlySpan<int> actions)
    {
        Prepare(s, actions);
        for (int i = 0; i < s.X.Length; i += Vector<double>.Count)
        {
            Vector<double> sin = new(s.Sin, i), cos = new(s.Cos, i), xDot = new(s.XDot, i), thetaDot = new(s.ThetaDot, i);
            var push = (new Vector<double>(s.Force, i) + _poleMoment * (thetaDot * thetaDot) * sin) / _totalMass;
            var inertia = _halfLength * (Vector.Create(4.0 / 3.0) - _poleMass * (cos * cos) / _totalMass);
            var thetaAcceleration = (_gravity * sin - cos * push) / inertia;
            var xAcceleration = push - _poleMoment * thetaAcceleration * cos / _totalMass;
            (new Vector<double>(s.X, i) + _timeStep * xDot).CopyTo(s.X, i);
            (xDot + _timeStep * xAcceleration).CopyTo(s.XDot, i);
            (new Vector<double>(s.Theta, i) + _timeStep * thetaDot).CopyTo(s.Theta, i);
            (thetaDot + _timeStep * thetaAcceleration).CopyTo(s.ThetaDot, i);
        }
    }

    /// <summary>Whether the cart left the track or the pole fell.</summary>
    public static bool HasFallen(CartPoleState s, int copy) =>
        Math.Abs(s.X[copy]) > CartPoleSpec.TrackLimit || Math.Abs(s.Theta[copy]) > CartPoleSpec.AngleLimit;

    // The C library's sine and cosine, one copy at a time: a vectorised sine has other last bits. The sign of the push is a product,
    // since a branch on a learner's actions is a coin toss for the processor.
    private void Prepare(CartPoleState s, ReadOnlySpan<int> actions)
    {
        Span<double> sin = s.Sin.AsSpan(0, actions.Length), cos = s.Cos.AsSpan(0, actions.Length), force = s.Force.AsSpan(0, actions.Length);
        for (int i = 0; i < actions.Length; i++)
        {
            (sin[i], cos[i]) = Math.SinCos(s.Theta[i]);
            force[i] = (2 * actions[i] - 1) * _force;
        }
    }
}
