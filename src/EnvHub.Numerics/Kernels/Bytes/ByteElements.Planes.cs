using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Numerics;

/// <content>Planes of an image, one after the other, to pixels with their channels side by side.</content>
public static unsafe partial class ByteElements
{
    /// <summary>Puts one plane's elements in their places among the pixels: <c>values[p · stride + c] = plane[p · group + c] · factor</c>.</summary>
    /// <param name="plane">Shape <c>[P, group]</c>.</param>
    /// <param name="group">Channels of the plane, at least 1.</param>
    /// <param name="stride">Channels of a whole pixel.</param>
    /// <param name="values">From the plane's first channel of the first pixel on.</param>
    public static void ScatterPlane(ReadOnlySpan<byte> plane, int group, int stride, float factor, Span<float> values)
    {
        for (int source = 0, target = 0; source < plane.Length; source += group, target += stride)
            for (int channel = 0; channel < group; channel++) values[target + channel] = plane[source + channel] * factor;
    }

    /// <summary>Lays four planes together: <c>values[4p + k] = planeₖ[p] · factor</c>.</summary>
    /// <param name="first">Shape <c>[P]</c>, as the others.</param>
    /// <param name="values">Receives them, shape <c>[P, 4]</c>.</param>
    /// <exception cref="ArgumentException">The lengths do not go together.</exception>
    public static void InterleaveFour(
        ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth, float factor, Span<float> values) =>
        InterleaveFour(first, second, third, fourth, factor, values, Vector256.IsHardwareAccelerated);

    internal static void InterleaveFour(
        ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth, float factor, Span<float> values, bool isWide)
    {
        MatrixErrors.RequireEqual("first and second plane", first.Length, second.Length);
        MatrixErrors.RequireEqual("first and third plane", first.Length, third.Length);
        MatrixErrors.RequireEqual("first and fourth plane", first.Length, fourth.Length);
        MatrixErrors.RequireEqual("four planes and values", 4 * first.Length, values.Length);
        int pixel = 0;
        fixed (byte* a = first, b = second, c = third, d = fourth)
        fixed (float* target = values)
        {
            if (isWide)
                for (; pixel <= first.Length - Vector128<byte>.Count; pixel += Vector128<byte>.Count)
                    InterleaveSixteen(Pairs(a + pixel, b + pixel), Pairs(c + pixel, d + pixel), Vector256.Create(factor), target + 4 * pixel);
            for (; pixel < first.Length; pixel++)
            {
                (target[4 * pixel], target[4 * pixel + 1]) = (a[pixel] * factor, b[pixel] * factor);
                (target[4 * pixel + 2], target[4 * pixel + 3]) = (c[pixel] * factor, d[pixel] * factor);
            }
        }
    }

    // Sixteen pixels' bytes of two planes, side by side: low byte, high byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Pairs(byte* low, byte* high)
    {
        var (low0, low1) = Vector128.Widen(Vector128.Load(low));
        var (high0, high1) = Vector128.Widen(Vector128.Load(high));
        return Vector256.Create(low0 | (high0 << 8), low1 | (high1 << 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InterleaveSixteen(Vector256<ushort> low, Vector256<ushort> high, Vector256<float> factor, float* target)
    {
        var (low0, low1) = Vector256.Widen(low);
        var (high0, high1) = Vector256.Widen(high);
        Widen((low0 | (high0 << 16)).AsByte(), factor, target);
        Widen((low1 | (high1 << 16)).AsByte(), factor, target + Wide);
    }
}
