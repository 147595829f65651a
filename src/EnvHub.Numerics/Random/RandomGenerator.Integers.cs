namespace EnvHub.Numerics;

/// <content>Bounded integers by Lemire's method, as NumPy draws them.</content>
public sealed partial class RandomGenerator
{
    /// <summary>An integer in [<paramref name="low"/>, <paramref name="high"/>): NumPy's <c>integers(low, high)</c> with its default dtype, int64.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public long Integers(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        return unchecked(low + (long)Bounded(unchecked((ulong)high - (ulong)low) - 1));
    }

    /// <summary>An integer in [0, <paramref name="high"/>).</summary>
    public long Integers(long high) => Integers(0, high);

    // range is inclusive. A range of one value draws nothing; ranges up to 32 bits use 32-bit draws.
    private ulong Bounded(ulong range) => range switch
    {
        0 => 0,
        < uint.MaxValue => Bounded32((uint)range),
        uint.MaxValue => NextUInt32(),
        ulong.MaxValue => NextUInt64(),
        _ => Bounded64(range),
    };

    private uint Bounded32(uint range)
    {
        uint values = range + 1;
        ulong product = (ulong)NextUInt32() * values;
        if ((uint)product < values)
        {
            uint threshold = (uint.MaxValue - range) % values;
            while ((uint)product < threshold) product = (ulong)NextUInt32() * values;
        }
        return (uint)(product >> 32);
    }

    private ulong Bounded64(ulong range)
    {
        ulong values = range + 1;
        ulong high = Math.BigMul(NextUInt64(), values, out ulong low);
        if (low < values)
        {
            ulong threshold = (ulong.MaxValue - range) % values;
            while (low < threshold) high = Math.BigMul(NextUInt64(), values, out low);
        }
        return high;
    }
}
