namespace EnvHub.Numerics;

/// <summary>Sums down the columns of a matrix: the gradient of a bias.</summary>
public static unsafe class ColumnSums
{
    /// <summary>sums[j] += Σᵢ values[i, j], in the order of the rows.</summary>
    /// <param name="values">Shape <c>[B, N]</c>.</param>
    /// <param name="sums">Shape <c>[N]</c>.</param>
    /// <exception cref="ArgumentException">The sums are shorter than a row.</exception>
    public static void Add(ReadOnlyMatrix values, Span<float> sums) => Add(values, sums, LaneDispatch.Widest);

    internal static void Add(ReadOnlyMatrix values, Span<float> sums, LaneWidth width)
    {
        MatrixErrors.RequireLength("the sums", sums.Length, values.Columns);
        fixed (float* source = values.Values, target = sums)
            LaneDispatch.Run(new ColumnSumsKernel(source, values.Rows, values.Stride, target), values.Columns, width);
    }
}
