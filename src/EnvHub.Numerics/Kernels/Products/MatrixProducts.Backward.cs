using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <content>What the backward products do where they can be quicker than in general, with the same bits.</content>
public static unsafe partial class MatrixProducts
{
    /// <summary>Up to as many columns a vector of them would be half empty.</summary>
    private const int NarrowColumns = AlignedBuffer.Lanes / 2;

    private const int MaxNarrowRows = 512;

    /// <summary>As many rows of 128 values as stay in a first-level cache while they are computed and rectified.</summary>
    private const int RectifiedRows = 32;

    /// <summary>Deeper products copy the right factor once per call, which few rows would not repay.</summary>
    private const int MaxRectifiedDepth = 128;

    // dWᵀ += dYᵀ · X: the vectors run along the rows of dW, which are many, instead of along its few columns.
    [SkipLocalsInit]
    private static void AddNarrow(ReadOnlyMatrix x, ReadOnlyMatrix dy, Matrix dw, LaneWidth width)
    {
        int padded = AlignedBuffer.Pad(x.Columns);
        int columns = x.Stride >= padded && x.Values.Length >= x.Rows * x.Stride ? padded : x.Columns;
        float* sums = stackalloc float[NarrowColumns * MaxNarrowRows];
        for (int row = 0; row < dw.Rows; row++)
            for (int column = 0; column < dw.Columns; column++) sums[column * columns + row] = dw.Values[row * dw.Stride + column];
        for (int column = 0; column < dw.Columns; column++) new Span<float>(sums + column * columns + dw.Rows, columns - dw.Rows).Clear();
        fixed (float* left = dy.Values, right = x.Values)
        {
            ProductArguments arguments = new()
            {
                Left = left, LeftRow = 1, LeftStep = dy.Stride, Right = right, RightStride = x.Stride, Start = sums, StartStride = columns,
                Result = sums, ResultStride = columns, Rows = dy.Columns, Depth = x.Rows,
            };
            LaneDispatch.Run(new ProductKernel(arguments), columns, width);
        }
        for (int row = 0; row < dw.Rows; row++)
            for (int column = 0; column < dw.Columns; column++) dw.Values[row * dw.Stride + column] = sums[column * columns + row];
    }

    /// <summary>Whether dY and dX are together so much smaller than W that turning them costs less than turning W.</summary>
    private static bool IsSmallBeside(ReadOnlyMatrix dy, ReadOnlyMatrix w) =>
        dy.Rows >= AlignedBuffer.Lanes && 2L * AlignedBuffer.Pad(dy.Rows) * (w.Rows + w.Columns + 1) <= (long)w.Rows * w.Columns;

    // dXᵀ = W · dYᵀ: the vectors run along the batch. Each result is the same chain of the same products.
    private static void MultiplyByColumns(ReadOnlyMatrix dy, ReadOnlyMatrix w, Matrix dx, Span<float> scratch, LaneWidth width)
    {
        int stride = AlignedBuffer.Pad(dy.Rows);
        Span<float> turned = scratch[..(w.Columns * stride)], zeros = scratch.Slice(turned.Length, stride), sums = scratch.Slice(turned.Length + stride, w.Rows * stride);
        Transposition.Transpose(dy, new(turned, w.Columns, dy.Rows, stride));
        zeros.Clear();
        Multiply(w, new(turned, w.Columns, stride), zeros, new(sums, w.Rows, stride), rectify: false, width);
        Transposition.Transpose(new(sums, w.Rows, dy.Rows, stride), dx);
    }

    private static void MultiplyRectified(
        ReadOnlyMatrix dy, ReadOnlyMatrix transposed, ReadOnlySpan<float> zeros, Matrix dx, ReadOnlySpan<float> rectified, LaneWidth width)
    {
        MatrixErrors.RequireEqual("rectified values and dX", rectified.Length, dx.Values.Length);
        int block = dy.Columns > MaxRectifiedDepth ? dx.Rows : RectifiedRows;
        for (int row = 0; row < dx.Rows; row += block)
        {
            int rows = Math.Min(block, dx.Rows - row);
            int start = row * dx.Stride, end = row + rows < dx.Rows ? start + rows * dx.Stride : dx.Values.Length;
            Multiply(
                new(dy.Values[(row * dy.Stride)..], rows, dy.Columns, dy.Stride), transposed, zeros,
                new(dx.Values[start..end], rows, dx.Columns, dx.Stride), rectify: false, width);
            Activations.RectifyGradient(rectified[start..end], dx.Values[start..end], width);
        }
    }
}
