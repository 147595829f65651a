using System.Numerics;

namespace EnvHub.Numerics;

/// <summary>The numbers under the kernel, one row per place of the result: with them a convolution is a product of matrices.</summary>
/// <remarks>An image's row under the kernel is one run of k·C numbers wherever its places follow each other without gaps.</remarks>
internal static class Patches
{
    /// <summary>Copies the patches of <paramref name="count"/> places of the result from <paramref name="first"/> on, zeros where the kernel reaches beyond the image.</summary>
    /// <param name="images">Shape <c>[B·H·W, C]</c>.</param>
    /// <param name="patches">Receives <c>[count, k·k·C]</c> with the stride <paramref name="patchStride"/>.</param>
    public static void Gather(in ConvolutionShape shape, ReadOnlyMatrix images, int first, int count, Span<float> patches, int patchStride)
    {
        var cursor = new PatchCursor(shape, first);
        for (int i = 0; i < count; i++, cursor.Next())
            for (int row = 0; row < shape.Kernel; row++)
                Copy(shape, cursor, row, images, patches.Slice(i * patchStride + row * shape.Kernel * shape.Channels, shape.Kernel * shape.Channels));
    }

    /// <summary>Adds patches to the places that they were gathered from, in the order of the places of the result.</summary>
    /// <param name="patches">Shape <c>[count, k·k·C]</c> with the stride <paramref name="patchStride"/>.</param>
    /// <param name="images">Shape <c>[B·H·W, C]</c>; added to.</param>
    public static void Scatter(in ConvolutionShape shape, ReadOnlySpan<float> patches, int patchStride, int first, int count, Matrix images)
    {
        var cursor = new PatchCursor(shape, first);
        for (int i = 0; i < count; i++, cursor.Next())
            for (int row = 0; row < shape.Kernel; row++)
                Add(shape, cursor, row, patches.Slice(i * patchStride + row * shape.Kernel * shape.Channels, shape.Kernel * shape.Channels), images);
    }

    private static void Copy(in ConvolutionShape shape, in PatchCursor cursor, int row, ReadOnlyMatrix images, Span<float> run)
    {
        int y = cursor.Top + row, channels = shape.Channels;
        if ((uint)y >= (uint)shape.Height)
        {
            run.Clear();
            return;
        }
        var (start, end) = cursor.Columns(shape);
        run[..(start * channels)].Clear();
        run[(end * channels)..].Clear();
        int place = cursor.PlaceOf(shape, y, start);
        if (images.Stride == channels) images.Values.Slice(place * channels, (end - start) * channels).CopyTo(run[(start * channels)..]);
        else
            for (int column = start; column < end; column++, place++)
                images.Values.Slice(place * images.Stride, channels).CopyTo(run[(column * channels)..]);
    }

    private static void Add(in ConvolutionShape shape, in PatchCursor cursor, int row, ReadOnlySpan<float> run, Matrix images)
    {
        int y = cursor.Top + row, channels = shape.Channels;
        if ((uint)y >= (uint)shape.Height) return;
        var (start, end) = cursor.Columns(shape);
        int place = cursor.PlaceOf(shape, y, start);
        if (images.Stride == channels) Add(run[(start * channels)..(end * channels)], images.Values.Slice(place * channels, (end - start) * channels));
        else
            for (int column = start; column < end; column++, place++)
                Add(run.Slice(column * channels, channels), images.Values.Slice(place * images.Stride, channels));
    }

    private static void Add(ReadOnlySpan<float> values, Span<float> target)
    {
        int i = 0;
        for (; i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(target[i..]) + new Vector<float>(values[i..])).CopyTo(target[i..]);
        for (; i < target.Length; i++) target[i] += values[i];
    }
}
