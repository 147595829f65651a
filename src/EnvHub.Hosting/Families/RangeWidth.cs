namespace EnvHub.Hosting;

/// <summary>How many different numbers a range holds.</summary>
internal static class RangeWidth
{
    /// <summary>2^53: up to here a double holds every whole number.</summary>
    public const long LargestInteger = 1L << 53;

    /// <summary>At most how many different doubles are drawn from [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="low">Below <paramref name="high"/>; above 0 for logarithms.</param>
    public static double RealValues(double low, double high, RangeScale scale)
    {
        double values = Between(low, high);
        // No more numbers come back than logarithms are drawn; of narrow ranges far from 1 these are fewer.
        return scale == RangeScale.Linear ? values : Math.Min(values, Between(Math.Log(low), Math.Log(high)));
    }

    private static double Between(double low, double high) => (double)(Rank(high) - (Int128)Rank(low)) + 1;

    // The place of a double among all of them: neighbours differ by one, and both zeros are one.
    private static long Rank(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}
