namespace EnvHub.Numerics;

/// <content>Exponential samples by the ziggurat method, and the geometric samples made of them, as NumPy draws them.</content>
public sealed partial class RandomGenerator
{
    /// <summary>A sample of the exponential distribution: NumPy's <c>exponential(scale)</c>.</summary>
    /// <param name="scale">Its mean; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is negative.</exception>
    public double Exponential(double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        return scale * Exponential();
    }

    /// <summary>A sample of the exponential distribution with mean 1: NumPy's <c>standard_exponential()</c>.</summary>
    /// <remarks>Source and precision as <see cref="Normal()"/>'s.</remarks>
    public double Exponential()
    {
        while (true)
        {
            // The lowest 3 bits are left out; then 8 for the layer and 53 for the place within it.
            ulong bits = NextUInt64() >> 3;
            int layer = (int)(bits & 0xff);
            ulong place = bits >> 8;
            double sample = place * ExponentialZiggurat.Width[layer];
            if (place < ExponentialZiggurat.Inside[layer]) return sample;
            if (layer == 0) return ExponentialZiggurat.TailStart - Logarithm.OfOnePlus(-NextDouble());
            double height = InLayer(ExponentialZiggurat.Density, layer);
            if (height < Math.Exp(-sample)) return sample;
        }
    }

    /// <summary>The number of trials up to the first success, at least 1: NumPy's <c>geometric(p)</c>.</summary>
    /// <param name="success">The chance of success of one trial, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="success"/> is outside (0, 1] or NaN.</exception>
    public long Geometric(double success)
    {
        if (!(success > 0 && success <= 1)) throw new ArgumentOutOfRangeException(nameof(success), success, "A chance of success is in (0, 1].");
        return success >= 1.0 / 3 ? GeometricBySearch(success) : GeometricByInversion(success);
    }

    private long GeometricBySearch(double success)
    {
        double place = NextDouble(), term = success, sum = success;
        long trials = 1;
        for (; place > sum; trials++)
        {
            term *= 1 - success;
            sum += term;
        }
        return trials;
    }

    private long GeometricByInversion(double success)
    {
        double trials = Math.Ceiling(-Exponential() / Logarithm.OfOnePlus(-success));
        return trials >= long.MaxValue ? long.MaxValue : (long)trials;
    }
}
