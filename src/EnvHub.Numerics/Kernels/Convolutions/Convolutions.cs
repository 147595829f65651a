namespace EnvHub.Numerics;

/// <summary>The three products of a convolution, as products of matrices over blocks of patches that stay in the cache.</summary>
/// <remarks>Images are <c>[B·H·W, C]</c>, one row per place, channels last. Every result is one chain of fused multiply-adds in the order of the patch, so
/// the bits depend neither on the machine's vectors nor on blocks; gradients add up in the order of the places. Arguments must not overlap.</remarks>
public static class Convolutions
{
    // Patches of a block: 128 KiB, half of a small second-level cache.
    private const int BlockValues = 32 * 1024;

    /// <summary>Values of scratch that the products need.</summary>
    /// <param name="filters">Columns of the weight, F.</param>
    public static int ScratchLength(in ConvolutionShape shape, int filters) =>
        BlockPlaces(shape) * PatchStride(shape) + MatrixProducts.ScratchLength(shape.PatchLength, filters);

    /// <summary>Y = patches · W + bias, and where <paramref name="rectify"/> is set max(0, Y).</summary>
    /// <param name="images">Shape <c>[B·H·W, C]</c>.</param>
    /// <param name="weight">Shape <c>[k·k·C, N]</c>.</param>
    /// <param name="bias">Shape <c>[N]</c>.</param>
    /// <param name="result">Shape <c>[B·H'·W', N]</c>.</param>
    /// <param name="scratch">Overwritten; at least <see cref="ScratchLength"/> values.</param>
    /// <exception cref="ArgumentException">The shapes do not go together, or the scratch is too short.</exception>
    public static void Forward(
        in ConvolutionShape shape, ReadOnlyMatrix images, ReadOnlyMatrix weight, ReadOnlySpan<float> bias, Matrix result, Span<float> scratch, bool rectify = false) =>
        Forward(shape, images, weight, bias, result, scratch, rectify, LaneDispatch.Widest);

    internal static void Forward(
        in ConvolutionShape shape, ReadOnlyMatrix images, ReadOnlyMatrix weight, ReadOnlySpan<float> bias, Matrix result, Span<float> scratch, bool rectify, LaneWidth width)
    {
        Check(shape, images.Rows, images.Columns, result.Rows, weight.Rows);
        int block = BlockPlaces(shape), stride = PatchStride(shape);
        for (int first = 0; first < result.Rows; first += block)
        {
            int count = Math.Min(block, result.Rows - first);
            Patches.Gather(shape, images, first, count, scratch, stride);
            MatrixProducts.Multiply(
                new(scratch, count, shape.PatchLength, stride), weight, bias, Rows(result, first, count), rectify, width);
        }
    }

    /// <summary>dW += patchesᵀ · dY.</summary>
    /// <param name="images">Shape <c>[B·H·W, C]</c>.</param>
    /// <param name="dy">Shape <c>[B·H'·W', N]</c>.</param>
    /// <param name="dw">Shape <c>[k·k·C, N]</c>.</param>
    /// <param name="scratch">Overwritten; at least <see cref="ScratchLength"/> values.</param>
    /// <exception cref="ArgumentException">The shapes do not go together, or the scratch is too short.</exception>
    public static void AddWeightGradient(in ConvolutionShape shape, ReadOnlyMatrix images, ReadOnlyMatrix dy, Matrix dw, Span<float> scratch) =>
        AddWeightGradient(shape, images, dy, dw, scratch, LaneDispatch.Widest);

    internal static void AddWeightGradient(in ConvolutionShape shape, ReadOnlyMatrix images, ReadOnlyMatrix dy, Matrix dw, Span<float> scratch, LaneWidth width)
    {
        Check(shape, images.Rows, images.Columns, dy.Rows, dw.Rows);
        int block = BlockPlaces(shape), stride = PatchStride(shape);
        for (int first = 0; first < dy.Rows; first += block)
        {
            int count = Math.Min(block, dy.Rows - first);
            Patches.Gather(shape, images, first, count, scratch, stride);
            MatrixProducts.AddTransposedProduct(new(scratch, count, shape.PatchLength, stride), Rows(dy, first, count), dw, width);
        }
    }

    /// <summary>dX = the sum of dY · Wᵀ over all patches that a place is part of.</summary>
    /// <param name="dy">Shape <c>[B·H'·W', F]</c>.</param>
    /// <param name="weight">Shape <c>[k·k·C, F]</c>.</param>
    /// <param name="images">dX, shape <c>[B·H·W, C]</c>; gaps between its rows become zero.</param>
    /// <param name="scratch">Overwritten; at least <see cref="ScratchLength"/> values.</param>
    /// <exception cref="ArgumentException">The shapes do not go together, or the scratch is too short.</exception>
    public static void InputGradient(in ConvolutionShape shape, ReadOnlyMatrix dy, ReadOnlyMatrix weight, Matrix images, Span<float> scratch) =>
        InputGradient(shape, dy, weight, images, scratch, LaneDispatch.Widest);

    internal static void InputGradient(in ConvolutionShape shape, ReadOnlyMatrix dy, ReadOnlyMatrix weight, Matrix images, Span<float> scratch, LaneWidth width)
    {
        Check(shape, images.Rows, images.Columns, dy.Rows, weight.Rows);
        int block = BlockPlaces(shape), stride = PatchStride(shape);
        var patches = scratch[..(block * stride)];
        var transposed = MatrixProducts.TransposedWeight(weight, scratch[(block * stride)..], stride, out var zeros);
        images.Values.Clear();
        for (int first = 0; first < dy.Rows; first += block)
        {
            int count = Math.Min(block, dy.Rows - first);
            MatrixProducts.Multiply(Rows(dy, first, count), transposed, zeros, new(patches, count, transposed.Columns, stride), rectify: false, width);
            Patches.Scatter(shape, patches, stride, first, count, images);
        }
    }

    // An odd number of cache lines spreads neighbouring patches over all sets of the cache.
    private static int PatchStride(in ConvolutionShape shape) => AlignedBuffer.Pad(shape.PatchLength) | AlignedBuffer.Lanes;

    private static int BlockPlaces(in ConvolutionShape shape) => Math.Max(AlignedBuffer.Lanes, BlockValues / PatchStride(shape));

    private static Matrix Rows(Matrix matrix, int first, int count) => new(matrix.Values[(first * matrix.Stride)..], count, matrix.Columns, matrix.Stride);

    private static ReadOnlyMatrix Rows(ReadOnlyMatrix matrix, int first, int count) => new(matrix.Values[(first * matrix.Stride)..], count, matrix.Columns, matrix.Stride);

    private static void Check(in ConvolutionShape shape, int places, int channels, int resultPlaces, int patch)
    {
        MatrixErrors.RequireEqual("channels of the images and of the shape", channels, shape.Channels);
        MatrixErrors.RequireEqual("rows of the weight and numbers of a patch", patch, shape.PatchLength);
        MatrixErrors.RequireEqual("images and results", places / shape.Places, resultPlaces / shape.ResultPlaces);
    }
}
