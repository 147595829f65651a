using System.Numerics;
using System.Runtime.InteropServices;
using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>From elements to what is kept of them, and back: the smallest of float32, uint8, int8, uint16 and int16 that holds every value of the space as
/// its element does. Integers beyond 16 bits, and float64, are float32 elements already.</summary>
internal static class StoredElements
{
    /// <summary>What keeps an observation of <paramref name="space"/>.</summary>
    public static ElementType Of(Space space) => RangeOf(space) is not var (low, high) ? ElementType.Float32
        : low >= byte.MinValue && high <= byte.MaxValue ? ElementType.UInt8
        : low >= sbyte.MinValue && high <= sbyte.MaxValue ? ElementType.Int8
        : low >= ushort.MinValue && high <= ushort.MaxValue ? ElementType.UInt16
        : low >= short.MinValue && high <= short.MaxValue ? ElementType.Int16 : ElementType.Float32;

    public static int SizeOf(ElementType element) => element switch
    {
        ElementType.Float32 => sizeof(float),
        ElementType.UInt8 or ElementType.Int8 => sizeof(byte),
        _ => sizeof(short),
    };

    /// <summary>The first element that what keeps it does not hold as it is; -1 if there is none.</summary>
    public static int IndexOfOther(ElementType stored, ReadOnlySpan<float> elements) => stored switch
    {
        ElementType.UInt8 => ByteElements.IndexOfOther(elements),
        ElementType.Int8 => IndexOfOther(elements, sbyte.MinValue, sbyte.MaxValue),
        ElementType.UInt16 => IndexOfOther(elements, ushort.MinValue, ushort.MaxValue),
        ElementType.Int16 => IndexOfOther(elements, short.MinValue, short.MaxValue),
        _ => -1,
    };

    /// <param name="bytes">Receives what is kept, <c>elements.Length × SizeOf</c>.</param>
    public static void Pack(ElementType stored, ReadOnlySpan<float> elements, Span<byte> bytes)
    {
        switch (stored)
        {
            case ElementType.UInt8: ByteElements.Pack(elements, bytes); break;
            case ElementType.Int8: Pack<sbyte>(elements, bytes); break;
            case ElementType.UInt16: Pack<ushort>(elements, bytes); break;
            case ElementType.Int16: Pack<short>(elements, bytes); break;
            default: MemoryMarshal.AsBytes(elements).CopyTo(bytes); break;
        }
    }

    /// <param name="elements">Receives the elements, <c>bytes.Length / SizeOf</c>.</param>
    public static void Unpack(ElementType stored, ReadOnlySpan<byte> bytes, Span<float> elements)
    {
        switch (stored)
        {
            case ElementType.UInt8: ByteElements.Scale(bytes, 1, elements); break;
            case ElementType.Int8: Unpack<sbyte>(bytes, elements); break;
            case ElementType.UInt16: Unpack<ushort>(bytes, elements); break;
            case ElementType.Int16: Unpack<short>(bytes, elements); break;
            default: MemoryMarshal.Cast<byte, float>(bytes).CopyTo(elements); break;
        }
    }

    private static (long Low, long High)? RangeOf(Space space) => space switch
    {
        IBoxSpace box => RangeOf(box.ElementType),
        DiscreteSpace discrete => (discrete.Start, discrete.Start + discrete.Count - 1),
        MultiBinarySpace => (0, 1),
        MultiDiscreteSpace many => RangeOf(many),
        TupleSpace tuple => RangeOf(tuple.Spaces),
        DictSpace dictionary => RangeOf(dictionary.Spaces),
        _ => null,
    };

    private static (long Low, long High)? RangeOf(ElementType type) => type switch
    {
        ElementType.UInt8 => (byte.MinValue, byte.MaxValue),
        ElementType.Bool => (0, 1),
        ElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        ElementType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ElementType.Int16 => (short.MinValue, short.MaxValue),
        _ => null,
    };

    private static (long Low, long High)? RangeOf(MultiDiscreteSpace space)
    {
        if (space.Counts.IsEmpty) return null;
        var (low, high) = (long.MaxValue, long.MinValue);
        for (int i = 0; i < space.Counts.Length; i++)
            (low, high) = (Math.Min(low, space.Starts[i]), Math.Max(high, space.Starts[i] + space.Counts[i] - 1));
        return (low, high);
    }

    private static (long Low, long High)? RangeOf(IReadOnlyList<Space> parts)
    {
        if (parts.Count == 0) return null;
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var part in parts)
        {
            if (RangeOf(part) is not var (least, most)) return null;
            (low, high) = (Math.Min(low, least), Math.Max(high, most));
        }
        return (low, high);
    }

    private static int IndexOfOther(ReadOnlySpan<float> elements, float low, float high)
    {
        for (int i = 0; i < elements.Length; i++)
            if (!(elements[i] >= low && elements[i] <= high) || elements[i] != MathF.Truncate(elements[i])) return i;
        return -1;
    }

    private static void Pack<T>(ReadOnlySpan<float> elements, Span<byte> bytes) where T : unmanaged, INumber<T>
    {
        var kept = MemoryMarshal.Cast<byte, T>(bytes);
        for (int i = 0; i < elements.Length; i++) kept[i] = T.CreateTruncating(elements[i]);
    }

    private static void Unpack<T>(ReadOnlySpan<byte> bytes, Span<float> elements) where T : unmanaged, INumber<T>
    {
        var kept = MemoryMarshal.Cast<byte, T>(bytes);
        for (int i = 0; i < kept.Length; i++) elements[i] = float.CreateTruncating(kept[i]);
    }
}
