namespace EnvHub.Numerics;

/// <summary>The three products of a linear layer. Rows whose stride is a multiple of 16 with <c>Columns == Stride</c> are fastest:
/// they leave no part of a vector over.</summary>
/// <remarks>Every result is one chain of fused multiply-adds in index order, so the bits depend neither on the machine's vectors nor on
/// the number of rows. Arguments must not overlap.</remarks>
public static unsafe partial class MatrixProducts
{
    /// <summary>Y = X · W + bias, and where <paramref name="rectify"/> is set max(0, Y).</summary>
    /// <param name="x">Shape <c>[B, K]</c>.</param>
    /// <param name="w">Shape <c>[K, N]</c>.</param>
    /// <param name="bias">Shape <c>[N]</c>.</param>
    /// <param name="y">Shape <c>[B, N]</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not go together.</exception>
    public static void Multiply(ReadOnlyMatrix x, ReadOnlyMatrix w, ReadOnlySpan<float> bias, Matrix y, bool rectify = false) =>
        Multiply(x, w, bias, y, rectify, LaneDispatch.Widest);

    internal static void Multiply(ReadOnlyMatrix x, ReadOnlyMatrix w, ReadOnlySpan<float> bias, Matrix y, bool rectify, LaneWidth width)
    {
        MatrixErrors.RequireEqual("columns of X and rows of W", x.Columns, w.Rows);
        MatrixErrors.RequireEqual("rows of X and of Y", x.Rows, y.Rows);
        MatrixErrors.RequireEqual("columns of W and of Y", w.Columns, y.Columns);
        MatrixErrors.RequireLength("the bias", bias.Length, y.Columns);
        fixed (float* left = x.Values, right = w.Values, start = bias, result = y.Values)
        {
            ProductArguments arguments = new()
            {
                Left = left, LeftRow = x.Stride, LeftStep = 1, Right = right, RightStride = w.Stride, Start = start, StartStride = 0,
                Result = result, ResultStride = y.Stride, Rows = y.Rows, Depth = x.Columns, Rectify = rectify,
            };
            LaneDispatch.Run(new ProductKernel(arguments), y.Columns, width);
        }
    }

    /// <summary>dW += Xᵀ · dY: the gradient of a weight.</summary>
    /// <param name="x">Shape <c>[B, K]</c>.</param>
    /// <param name="dy">Shape <c>[B, N]</c>.</param>
    /// <param name="dw">Shape <c>[K, N]</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not go together.</exception>
    public static void AddTransposedProduct(ReadOnlyMatrix x, ReadOnlyMatrix dy, Matrix dw) =>
        AddTransposedProduct(x, dy, dw, LaneDispatch.Widest);

    internal static void AddTransposedProduct(ReadOnlyMatrix x, ReadOnlyMatrix dy, Matrix dw, LaneWidth width)
    {
        MatrixErrors.RequireEqual("rows of X and of dY", x.Rows, dy.Rows);
        MatrixErrors.RequireEqual("columns of X and rows of dW", x.Columns, dw.Rows);
        MatrixErrors.RequireEqual("columns of dY and of dW", dy.Columns, dw.Columns);
        if (dw.Columns <= NarrowColumns && dw.Rows <= MaxNarrowRows)
        {
            AddNarrow(x, dy, dw, width);
            return;
        }
        fixed (float* left = x.Values, right = dy.Values, result = dw.Values)
        {
            ProductArguments arguments = new()
            {
                Left = left, LeftRow = 1, LeftStep = x.Stride, Right = right, RightStride = dy.Stride, Start = result, StartStride = dw.Stride,
                Result = result, ResultStride = dw.Stride, Rows = dw.Rows, Depth = x.Rows,
            };
            LaneDispatch.Run(new ProductKernel(arguments), dw.Columns, width);
        }
    }

    /// <summary>dX = dY · Wᵀ: the gradient of a layer's input.</summary>
    /// <param name="dy">Shape <c>[B, N]</c>.</param>
    /// <param name="w">Shape <c>[K, N]</c>.</param>
    /// <param name="dx">Shape <c>[B, K]</c>; where its stride is a multiple of 16 the gaps become zero.</param>
    /// <param name="scratch">Overwritten; at least <see cref="ScratchLength"/> values.</param>
    /// <param name="rectified">What <see cref="Activations.Rectify(Span{float})"/> gave for the layer's input, laid out as dX: dX becomes 0
    /// wherever it was not above 0. Empty: the input was not rectified.</param>
    /// <exception cref="ArgumentException">The shapes do not go together, or the scratch is too short.</exception>
    public static void MultiplyTransposed(
        ReadOnlyMatrix dy, ReadOnlyMatrix w, Matrix dx, Span<float> scratch, ReadOnlySpan<float> rectified = default) =>
        MultiplyTransposed(dy, w, dx, scratch, rectified, LaneDispatch.Widest);

    /// <summary>Values of scratch that <see cref="MultiplyTransposed(ReadOnlyMatrix, ReadOnlyMatrix, Matrix, Span{float}, ReadOnlySpan{float})"/> needs for a
    /// weight of <paramref name="rows"/> by <paramref name="columns"/>.</summary>
    public static int ScratchLength(int rows, int columns) => (columns + 1) * ScratchStride(rows);

    internal static void MultiplyTransposed(ReadOnlyMatrix dy, ReadOnlyMatrix w, Matrix dx, Span<float> scratch, ReadOnlySpan<float> rectified, LaneWidth width)
    {
        MatrixErrors.RequireEqual("columns of W and of dY", w.Columns, dy.Columns);
        MatrixErrors.RequireEqual("rows of W and columns of dX", w.Rows, dx.Columns);
        MatrixErrors.RequireLength("the scratch", scratch.Length, ScratchLength(w.Rows, w.Columns));
        if (IsSmallBeside(dy, w))
        {
            MultiplyByColumns(dy, w, dx, scratch, width);
            if (!rectified.IsEmpty) Activations.RectifyGradient(rectified, dx.Values, width);
            return;
        }
        var transposed = TransposedWeight(w, scratch, dx.Values.Length >= dx.Rows * dx.Stride ? dx.Stride : 0, out var zeros);
        dx = new(dx.Values, dx.Rows, transposed.Columns, dx.Stride);
        if (rectified.IsEmpty) Multiply(dy, transposed, zeros, dx, rectify: false, width);
        else MultiplyRectified(dy, transposed, zeros, dx, rectified, width);
    }

    /// <summary>Wᵀ in the scratch, and a bias of zeros; its rows padded by zeros where rows of the product have room for whole vectors.</summary>
    /// <param name="productStride">Of the product's rows, all of which are whole; 0 where the last is not.</param>
    internal static ReadOnlyMatrix TransposedWeight(ReadOnlyMatrix w, Span<float> scratch, int productStride, out ReadOnlySpan<float> zeros)
    {
        int stride = ScratchStride(w.Rows), padded = AlignedBuffer.Pad(w.Rows);
        bool hasRoom = productStride % AlignedBuffer.Lanes == 0 && productStride >= padded;
        Transposition.Transpose(w, new(scratch, w.Columns, w.Rows, stride));
        var bias = scratch.Slice(w.Columns * stride, stride);
        bias.Clear();
        zeros = bias;
        return new(scratch, w.Columns, hasRoom ? padded : w.Rows, stride);
    }

    // An odd number of cache lines spreads neighbouring rows over all sets of the cache.
    private static int ScratchStride(int rows) => AlignedBuffer.Pad(rows) | AlignedBuffer.Lanes;
}
