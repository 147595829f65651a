namespace EnvHub.Numerics;

/// <summary>The logarithm near 1, where the BCL's <c>double.LogP1</c> loses the digits of a small argument.</summary>
internal static class Logarithm
{
    private const double Tiny = 5.551115123125783e-17, Small = 1.862645149230957e-9;            // 2^-54, 2^-29

    // ln 2 in two parts, the first short enough that a small multiple of it is exact.
    private const double LogTwoHigh = 6.93147180369123816490e-01, LogTwoLow = 1.90821492927058770002e-10;

    // Upper halves of doubles: the size of x below which 1 + x counts as near 1, about 1 - 1/sqrt(2); the significand of sqrt(2).
    private const uint NearOne = 0x3fd2bec3, RootTwo = 0x6a09e;

    /// <summary><c>log(1 + x)</c> for x in (-1, 0], to the bit as glibc computes <c>log1p</c> on x86-64 processors with FMA.</summary>
    /// <remarks>Source: fdlibm's method (K. C. Ng, 1993): 1 + x = 2^k (1 + f); the rounding error of 1 + x is carried along.</remarks>
    public static double OfOnePlus(double x)
    {
        if (-x < Tiny) return x;
        if (-x < Small) return x - x * x * 0.5;
        if (BitConverter.DoubleToUInt64Bits(-x) >> 32 <= NearOne) return OfFraction(x, power: 0, correction: 0);

        double sum = 1 + x;
        double lost = (x - (sum - 1)) / sum;
        ulong bits = BitConverter.DoubleToUInt64Bits(sum);
        ulong significand = bits & 0x000f_ffff_ffff_ffff;
        int power = (int)(bits >> 52) - 1023;
        ulong exponent = 0x3ff0_0000_0000_0000;
        if (significand >> 32 >= RootTwo) (power, exponent) = (power + 1, 0x3fe0_0000_0000_0000);
        double fraction = BitConverter.UInt64BitsToDouble(significand | exponent) - 1;
        return power == 0 ? OfFraction(fraction, 0, 0) : OfFraction(fraction, power, Math.FusedMultiplyAdd(power, LogTwoLow, lost));
    }

    // power * ln 2 + log(1 + f), f in [1/sqrt(2) - 1, sqrt(2) - 1]. A power of 0 subtracts a plain 0, which changes no bit.
    private static double OfFraction(double f, int power, double correction)
    {
        double halfSquare = 0.5 * f * f;
        double rest = power != 0 && f is >= -1.430511474609375e-6 and < 9.5367431640625e-7          // -3/2^21, 1/2^20
            ? halfSquare * Math.FusedMultiplyAdd(-0.66666666666666666, f, 1) - correction
            : halfSquare - (f / (2 + f) * (halfSquare + Series(f)) + correction);
        return power * LogTwoHigh - (rest - f);
    }

    // The minimax polynomial in z = (f / (2 + f))^2, summed by pairs: another order of summation gives other last bits.
    private static double Series(double f)
    {
        double s = f / (2 + f), z = s * s, squared = z * z, fourth = squared * squared;
        double second = Math.FusedMultiplyAdd(z, 2.857142874366239149e-01, 3.999999999940941908e-01);
        double third = Math.FusedMultiplyAdd(z, 1.818357216161805012e-01, 2.222219843214978396e-01);
        double last = Math.FusedMultiplyAdd(z, 1.479819860511658591e-01, 1.531383769920937332e-01);
        double sum = Math.FusedMultiplyAdd(z, 6.666666666666735130e-01, squared * second);
        sum = Math.FusedMultiplyAdd(fourth, third, sum);
        return Math.FusedMultiplyAdd(fourth * squared, last, sum);
    }
}
