using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Numerics;

/// <summary>The numbers under the kernel, one row per place of the result: with them a convolution is a product of matrices.</summary>
/// <remarks>An image's row under the kernel is one run of k·C numbers wherever its places follow each other without gaps.</remarks>
internal static unsafe class Patches
{
    /// <summary>Copies the patches of <paramref name="count"/> places of the result from <paramref name="first"/> on, zeros where the kernel reaches beyond the image.</summary>
    /// <param name="images">Shape <c>[B·H·W, C]</c>.</param>
    /// <param name="patches">Receives <c>[count, k·k·C]</c> with the stride <paramref name="patchStride"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(in ConvolutionShape shape, ReadOnlyMatrix images, int first, int count, Span<float> patches, int patchStride)
    {
        MatrixErrors.RequireLength("the patches", patches.Length, count * patchStride);
        int channels = shape.Channels, kernel = shape.Kernel, run = kernel * channels;
        nint place = images.Stride, line = (nint)shape.Width * images.Stride;
        bool isPacked = images.Stride == channels;
        var cursor = new PatchCursor(shape, first);
        fixed (float* source = images.Values, target = patches)
        {
            for (int i = 0; i < count; i++, cursor.Next())
            {
                float* to = target + (nint)i * patchStride;
                var (start, end) = cursor.Columns(shape);
                int y = cursor.Top;
                float* from = source + cursor.PlaceOf(shape, y, start) * place;
                for (int row = 0; row < kernel; row++, y++, from += line, to += run)
                {
                    if ((uint)y >= (uint)shape.Height)
                    {
                        Clear(to, run);
                        continue;
                    }
                    if (start > 0) Clear(to, start * channels);
                    if (end < kernel) Clear(to + end * channels, (kernel - end) * channels);
                    if (isPacked) Copy(from, to + start * channels, (end - start) * channels);
                    else
                        for (int column = start; column < end; column++) Copy(from + (column - start) * place, to + column * channels, channels);
                }
            }
        }
    }

    /// <summary>Adds patches to the places that they were gathered from, in the order of the places of the result.</summary>
    /// <param name="patches">Shape <c>[count, k·k·C]</c> with the stride <paramref name="patchStride"/>.</param>
    /// <param name="images">Shape <c>[B·H·W, C]</c>; added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter(in ConvolutionShape shape, ReadOnlySpan<float> patches, int patchStride, int first, int count, Matrix images)
    {
        MatrixErrors.RequireLength("the patches", patches.Length, count * patchStride);
        int channels = shape.Channels, kernel = shape.Kernel, run = kernel * channels;
        nint place = images.Stride, line = (nint)shape.Width * images.Stride;
        bool isPacked = images.Stride == channels;
        var cursor = new PatchCursor(shape, first);
        fixed (float* source = patches, target = images.Values)
        {
            for (int i = 0; i < count; i++, cursor.Next())
            {
                float* from = source + (nint)i * patchStride;
                var (start, end) = cursor.Columns(shape);
                int y = cursor.Top;
                float* to = target + cursor.PlaceOf(shape, y, start) * place;
                for (int row = 0; row < kernel; row++, y++, from += run, to += line)
                {
                    if ((uint)y >= (uint)shape.Height) continue;
                    if (isPacked) Add(from + start * channels, to, (end - start) * channels);
                    else
                        for (int column = start; column < end; column++) Add(from + column * channels, to + (column - start) * place, channels);
                }
            }
        }
    }

    // Runs are short: a call of the runtime's own copy would cost more than the copy.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* from, float* to, int count)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count) Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<Vector<float>>(from + i));
        for (; i <= count - Vector128<float>.Count; i += Vector128<float>.Count) Vector128.Store(Vector128.Load(from + i), to + i);
        for (; i < count; i++) to[i] = from[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(float* to, int count)
    {
        int i = 0;
        for (; i <= count - Vector128<float>.Count; i += Vector128<float>.Count) Vector128.Store(Vector128<float>.Zero, to + i);
        for (; i < count; i++) to[i] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* values, float* target, int count)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            Unsafe.WriteUnaligned(target + i, Unsafe.ReadUnaligned<Vector<float>>(target + i) + Unsafe.ReadUnaligned<Vector<float>>(values + i));
        for (; i < count; i++) target[i] += values[i];
    }
}
