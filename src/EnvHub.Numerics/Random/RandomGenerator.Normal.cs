namespace EnvHub.Numerics;

/// <content>Normal samples by the ziggurat method, as NumPy draws them.</content>
public sealed partial class RandomGenerator
{
    /// <summary>A sample of the normal distribution: NumPy's <c>normal(loc, scale)</c>.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="deviation"/> is negative.</exception>
    public double Normal(double mean, double deviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        return mean + deviation * Normal();
    }

    /// <summary>A sample of the standard normal distribution: NumPy's <c>standard_normal()</c>.</summary>
    /// <remarks>Source: G. Marsaglia and W. W. Tsang, "The ziggurat method for generating random variables" (2000). Equals NumPy
    /// bit for bit. In the tail, 1 draw in 3,700, NumPy's last bit hangs on its C library's <c>log1p</c>; this is glibc's on
    /// processors with FMA.</remarks>
    public double Normal()
    {
        while (true)
        {
            // From the lowest bit: 8 for the layer, 1 for the sign, 52 for the place within the layer.
            ulong bits = NextUInt64();
            int layer = (int)(bits & 0xff);
            ulong place = (bits >> 9) & 0x000f_ffff_ffff_ffff;
            double sample = place * NormalZiggurat.Width[layer];
            if ((bits & 0x100) != 0) sample = -sample;
            if (place < NormalZiggurat.Inside[layer]) return sample;
            if (layer == 0) return (place & 0x100) != 0 ? -NormalTail() : NormalTail();
            double height = InLayer(NormalZiggurat.Density, layer);
            if (height < Math.Exp(-0.5 * sample * sample)) return sample;
        }
    }

    private double NormalTail()
    {
        while (true)
        {
            double beyond = -NormalZiggurat.InverseTailStart * Logarithm.OfOnePlus(-NextDouble());
            double height = -Logarithm.OfOnePlus(-NextDouble());
            if (height + height > beyond * beyond) return NormalZiggurat.TailStart + beyond;
        }
    }

    // A uniform height between a layer's two edges.
    private double InLayer(ReadOnlySpan<double> density, int layer) =>
        (density[layer - 1] - density[layer]) * NextDouble() + density[layer];
}
