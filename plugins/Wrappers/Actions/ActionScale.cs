using System.Numerics;

namespace EnvHub.Plugins.Wrappers;

/// <summary><c>(action - intercept) / gradient</c> per component, rounded to <typeparamref name="T"/> after each operation as NumPy does.</summary>
/// <typeparam name="T">The components' type.</typeparam>
internal sealed class ActionScale<T> : IActionScale where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _gradient, _intercept;

    /// <param name="box">Of <typeparamref name="T"/>, with finite bounds.</param>
    /// <param name="size">Its components.</param>
    public ActionScale(IBoxSpace box, int size, RescaleActionOptions options)
    {
        (_gradient, _intercept) = (new T[size], new T[size]);
        for (int i = 0; i < size; i++)
        {
            _gradient[i] = T.CreateTruncating(Quotient(options.MaxAction - options.MinAction, box.HighAt(i), box.LowAt(i)));
            _intercept[i] = T.CreateTruncating(double.CreateTruncating(_gradient[i] * -T.CreateTruncating(box.LowAt(i))) + options.MinAction);
        }
    }

    public void Apply(ReadOnlySpan<float> actions, Span<float> scaled)
    {
        int size = _gradient.Length;
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = float.CreateTruncating((T.CreateTruncating(actions[i]) - _intercept[i % size]) / _gradient[i % size]);
    }

    // NumPy divides in extended precision and rounds once: here the difference's and the quotient's rounding errors are added back.
    private static double Quotient(double range, double high, double low)
    {
        double difference = high - low, back = difference - high;
        double error = high - (difference - back) - (low + back);
        double quotient = range / difference;
        return quotient + (Math.FusedMultiplyAdd(-quotient, difference, range) - quotient * error) / difference;
    }
}
