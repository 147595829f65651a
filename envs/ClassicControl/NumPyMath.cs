namespace EnvHub.Envs.ClassicControl;

/// <summary>Functions that NumPy computes in a way of its own, to the bit.</summary>
internal static class NumPyMath
{
    /// <summary><c>x ** 2</c> of a float64 scalar: the C library's pow, which is not always x·x.</summary>
    /// <remarks>pow errs by less than 0.55 units in the last place before it rounds, so it can differ from the correctly rounded x·x
    /// only where the exact square lies within 0.05 units of the middle between two doubles. The fused product shows how far off that
    /// is; only there, and where the spacing of doubles changes, is the slow function asked.</remarks>
    public static double Square(double x)
    {
        const long Exponent = 0x7FF0_0000_0000_0000, Mantissa = 0x000F_FFFF_FFFF_FFFF;
        const double UnitInLastPlace = 1.0 / (1L << 52), Smallest = 1e-250, Largest = 1e250;
        double square = x * x, remainder = Math.FusedMultiplyAdd(x, x, -square);
        long bits = BitConverter.DoubleToInt64Bits(square);
        double unit = BitConverter.Int64BitsToDouble(bits & Exponent) * UnitInLastPlace;
        bool isCertain = Math.Abs(remainder) < 0.45 * unit && (bits & Mantissa) != 0 && square is > Smallest and < Largest;
        return isCertain ? square : Math.Pow(x, 2);
    }

    /// <summary><c>x ** 2</c> of a float32 scalar: the C library's powf, which is not always the rounded x·x.</summary>
    public static float Square(float x) => MathF.Pow(x, 2);

    /// <summary><c>x % divisor</c> of float64 scalars: the remainder has the divisor's sign.</summary>
    /// <param name="divisor">Positive.</param>
    public static double FloorModulo(double x, double divisor)
    {
        if (x >= 0 && x < divisor) return x;
        double remainder = x % divisor;
        return remainder < 0 ? remainder + divisor : remainder;
    }

    /// <summary><c>numpy.cos</c> of a float32, for |x| below 70,000 rad.</summary>
    public static float Cos(float x) => Quadrant(x, turns: 1);

    /// <summary><c>numpy.sin</c> of a float32, for |x| below 70,000 rad.</summary>
    public static float Sin(float x) => Quadrant(x, turns: 0);

    // NumPy reduces to [-π/4, π/4] with π/2 in three parts and evaluates a polynomial, fused throughout; a sixth of the results
    // differ from a rounded double cosine. The cosine is the sine one quarter turn on.
    private static float Quadrant(float x, int turns)
    {
        float quarters = MathF.Round(x * 0.636619747f, MidpointRounding.ToEven);
        float r = MathF.FusedMultiplyAdd(quarters, -1.57079601f, x);
        r = MathF.FusedMultiplyAdd(quarters, -3.13916473e-07f, r);
        r = MathF.FusedMultiplyAdd(quarters, -5.39030253e-15f, r);
        int quadrant = (int)quarters + turns;
        float value = (quadrant & 1) == 0 ? SinPolynomial(r) : CosPolynomial(r);
        return (quadrant & 2) == 0 ? value : 0 - value;
    }

    private static float SinPolynomial(float r)
    {
        float square = r * r;
        float p = MathF.FusedMultiplyAdd(2.84040971e-06f, square, -0.000198564914f);
        p = MathF.FusedMultiplyAdd(p, square, 0.0083333971f);
        p = MathF.FusedMultiplyAdd(p, square, -0.166666672f);
        return MathF.FusedMultiplyAdd(p * square, r, r);
    }

    private static float CosPolynomial(float r)
    {
        float square = r * r;
        float p = MathF.FusedMultiplyAdd(2.43722661e-05f, square, -0.00138865202f);
        p = MathF.FusedMultiplyAdd(p, square, 0.0416666195f);
        p = MathF.FusedMultiplyAdd(p, square, -0.5f);
        return MathF.FusedMultiplyAdd(p, square, 1);
    }
}
