using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Numerics;

/// <summary>Bytes and the floats that stand for them. Every result is exact or rounded once, so all vector widths give the same bits.</summary>
public static unsafe partial class ByteElements
{
    private const int Wide = 32;   // bytes per vector

    /// <summary>The first element that is no integer from 0 to 255; -1 if there is none.</summary>
    public static int IndexOfOther(ReadOnlySpan<float> elements) => IndexOfOther(elements, Vector256.IsHardwareAccelerated);

    /// <summary>Turns elements, each an integer from 0 to 255, into bytes.</summary>
    /// <param name="bytes">Receives them; as long as <paramref name="elements"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Pack(ReadOnlySpan<float> elements, Span<byte> bytes) => Pack(elements, bytes, Vector256.IsHardwareAccelerated);

    /// <summary>values = bytes · factor.</summary>
    /// <param name="values">Receives them; as long as <paramref name="bytes"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Scale(ReadOnlySpan<byte> bytes, float factor, Span<float> values) => Scale(bytes, factor, values, Vector256.IsHardwareAccelerated);

    internal static int IndexOfOther(ReadOnlySpan<float> elements, bool isWide)
    {
        int i = 0;
        if (isWide)
            for (; i <= elements.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                var vector = Vector256.Create(elements.Slice(i, Vector256<float>.Count));
                var integers = Vector256.ConvertToInt32Native(vector);
                // What is no integer differs from what it became; what is beyond a byte has higher bits.
                if (!Vector256.EqualsAll(Vector256.ConvertToSingle(integers), vector) || (integers & Vector256.Create(~0xFF)) != Vector256<int>.Zero) break;
            }
        for (; i < elements.Length; i++)
            if (!(elements[i] is >= 0 and <= byte.MaxValue) || elements[i] != (byte)elements[i]) return i;
        return -1;
    }

    internal static void Pack(ReadOnlySpan<float> elements, Span<byte> bytes, bool isWide)
    {
        MatrixErrors.RequireEqual("elements and bytes", elements.Length, bytes.Length);
        int i = 0;
        fixed (float* source = elements)
        fixed (byte* target = bytes)
        {
            if (isWide)
                for (; i <= bytes.Length - Wide; i += Wide)
                    Vector256.Narrow(Narrow(source + i), Narrow(source + i + Wide / 2)).Store(target + i);
            for (; i < bytes.Length; i++) target[i] = (byte)source[i];
        }
    }

    internal static void Scale(ReadOnlySpan<byte> bytes, float factor, Span<float> values, bool isWide)
    {
        MatrixErrors.RequireEqual("bytes and values", bytes.Length, values.Length);
        int i = 0;
        fixed (byte* source = bytes)
        fixed (float* target = values)
        {
            if (isWide)
                for (; i <= bytes.Length - Wide; i += Wide) Widen(Vector256.Load(source + i), Vector256.Create(factor), target + i);
            for (; i < bytes.Length; i++) target[i] = source[i] * factor;
        }
    }

    // Sixteen floats to as many 16-bit integers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Narrow(float* source) => Vector256.Narrow(
        Vector256.ConvertToInt32Native(Vector256.Load(source)).AsUInt32(), Vector256.ConvertToInt32Native(Vector256.Load(source + Vector256<float>.Count)).AsUInt32());

    // 32 bytes to as many floats, times the factor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(Vector256<byte> bytes, Vector256<float> factor, float* target)
    {
        var (low, high) = Vector256.Widen(bytes);
        var (first, second) = Vector256.Widen(low);
        var (third, fourth) = Vector256.Widen(high);
        (Vector256.ConvertToSingle(first.AsInt32()) * factor).Store(target);
        (Vector256.ConvertToSingle(second.AsInt32()) * factor).Store(target + 8);
        (Vector256.ConvertToSingle(third.AsInt32()) * factor).Store(target + 16);
        (Vector256.ConvertToSingle(fourth.AsInt32()) * factor).Store(target + 24);
    }
}
