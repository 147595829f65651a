namespace EnvHub.Evaluation;

/// <summary>How far two floating-point numbers lie apart, counted in representable numbers (units in the last place).</summary>
/// <remarks>Both zeros are the same place. Infinity is the neighbour of the largest finite number.</remarks>
public static class UlpDistance
{
    /// <summary>Steps from one float32 to the other; null if either is NaN.</summary>
    public static ulong? Between(float one, float other)
    {
        if (float.IsNaN(one) || float.IsNaN(other)) return null;
        return Apart(Place(BitConverter.SingleToInt32Bits(one), int.MinValue), Place(BitConverter.SingleToInt32Bits(other), int.MinValue));
    }

    /// <summary>Steps from one float64 to the other; null if either is NaN.</summary>
    public static ulong? Between(double one, double other)
    {
        if (double.IsNaN(one) || double.IsNaN(other)) return null;
        return Apart(Place(BitConverter.DoubleToInt64Bits(one), long.MinValue), Place(BitConverter.DoubleToInt64Bits(other), long.MinValue));
    }

    // The bits of negative numbers count away from zero: mirrored, all numbers stand in order.
    private static long Place(long bits, long signBit) => bits >= 0 ? bits : signBit - bits;

    private static ulong Apart(long one, long other) => one > other ? unchecked((ulong)one - (ulong)other) : unchecked((ulong)other - (ulong)one);
}
