namespace EnvHub.Numerics;

/// <content>Bounded integers by Lemire's method, as NumPy draws them.</content>
public sealed partial class RandomGenerator
{
    /// <summary>An integer in [<paramref name="low"/>, <paramref name="high"/>): NumPy's <c>integers(low, high)</c> with its default dtype, int64.</summary>
    /// <remarks>With dtype int32 NumPy makes the same draws.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public long Integers(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        return unchecked(low + (long)Bounded(unchecked((ulong)high - (ulong)low) - 1));
    }

    /// <summary>An integer in [0, <paramref name="high"/>).</summary>
    public long Integers(long high) => Integers(0, high);

    /// <summary>Fills <paramref name="values"/> with integers in [<paramref name="low"/>, <paramref name="high"/>): NumPy's
    /// <c>integers(low, high, size, dtype=int8)</c>.</summary>
    /// <remarks>Four values share a 32-bit draw; what a call leaves of its last one is lost, so that two calls of n values differ
    /// from one of 2n.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public void Integers(sbyte low, sbyte high, Span<sbyte> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        byte range = (byte)(high - low - 1);
        uint buffer = 0;
        int left = 0;
        foreach (ref sbyte value in values) value = unchecked((sbyte)(low + (range == 0 ? 0 : Bounded8(range, ref buffer, ref left))));
    }

    /// <summary>An integer in [0, <paramref name="high"/>): NumPy's <c>integers(high, dtype)</c> for an integer dtype of so many bits, alone
    /// in its call.</summary>
    /// <param name="bits">8, 16, 32 or 64; 32 and 64 draw alike.</param>
    /// <param name="high">At least 1; at most what the dtype holds.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below 1 or beyond the dtype.</exception>
    public long IntegersOfWidth(int bits, long high)
    {
        if (bits > 16) return Integers(high);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high, 1L << bits);
        if (high == 1) return 0;
        uint buffer = 0;
        int left = 0;
        return bits == 8 ? Bounded8((byte)(high - 1), ref buffer, ref left) : Bounded16((ushort)(high - 1));
    }

    // range is inclusive. A range of one value draws nothing; ranges up to 32 bits use 32-bit draws.
    private ulong Bounded(ulong range) => range switch
    {
        0 => 0,
        < uint.MaxValue => Bounded32((uint)range),
        uint.MaxValue => NextUInt32(),
        ulong.MaxValue => NextUInt64(),
        _ => Bounded64(range),
    };

    private byte Bounded8(byte range, ref uint buffer, ref int left)
    {
        uint values = range + 1u;
        uint product = NextByte(ref buffer, ref left) * values;
        if ((byte)product < values)
        {
            uint threshold = (uint)(byte.MaxValue - range) % values;
            while ((byte)product < threshold) product = NextByte(ref buffer, ref left) * values;
        }
        return (byte)(product >> 8);
    }

    // Two values share a 32-bit draw, the low half first; what the call leaves is lost.
    private ushort Bounded16(ushort range)
    {
        uint values = range + 1u, threshold = (uint)(ushort.MaxValue - range) % values, buffer = 0;
        bool hasHalf = false;
        while (true)
        {
            (buffer, hasHalf) = hasHalf ? (buffer >> 16, false) : (NextUInt32(), true);
            uint product = (ushort)buffer * values;
            if ((ushort)product >= threshold) return (ushort)(product >> 16);
        }
    }

    private byte NextByte(ref uint buffer, ref int left)
    {
        if (left == 0) (buffer, left) = (NextUInt32(), 4);
        else buffer >>= 8;
        left--;
        return (byte)buffer;
    }

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
