namespace EnvHub.Numerics;

/// <summary>Copies a matrix with rows and columns exchanged.</summary>
public static class Transposition
{
    /// <summary>Writes <paramref name="source"/>ᵀ, and zeros into the gaps behind <paramref name="target"/>'s rows.</summary>
    /// <param name="source">Shape <c>[K, N]</c>.</param>
    /// <param name="target">Shape <c>[N, K]</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not go together.</exception>
    public static void Transpose(ReadOnlyMatrix source, Matrix target)
    {
        MatrixErrors.RequireEqual("rows of the source and columns of the target", source.Rows, target.Columns);
        MatrixErrors.RequireEqual("columns of the source and rows of the target", source.Columns, target.Rows);
        for (int row = 0; row < target.Rows; row++)
        {
            var line = target.Values.Slice(row * target.Stride, target.Columns);
            for (int column = 0; column < line.Length; column++) line[column] = source.Values[column * source.Stride + row];
            int gap = Math.Min(target.Stride, target.Values.Length - row * target.Stride) - target.Columns;
            target.Values.Slice(row * target.Stride + target.Columns, gap).Clear();
        }
    }
}
