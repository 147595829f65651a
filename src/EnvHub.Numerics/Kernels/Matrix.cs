namespace EnvHub.Numerics;

/// <summary>A row-major matrix that is written. A view: it owns nothing.</summary>
public readonly ref struct Matrix
{
    /// <inheritdoc cref="ReadOnlyMatrix(ReadOnlySpan{float}, int, int, int)"/>
    public Matrix(Span<float> values, int rows, int columns, int stride)
    {
        if ((rows | columns) < 0 || stride < columns || values.Length < (rows - 1L) * stride + columns && rows > 0)
            throw MatrixErrors.DoesNotFit(values.Length, rows, columns, stride);
        Values = values;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    /// <inheritdoc cref="ReadOnlyMatrix(ReadOnlySpan{float}, int, int)"/>
    public Matrix(Span<float> values, int rows, int columns) : this(values, rows, columns, columns) { }

    /// <summary>Row after row.</summary>
    public Span<float> Values { get; }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>Values from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>The same matrix, to be read.</summary>
    public static implicit operator ReadOnlyMatrix(Matrix matrix) => matrix.ToReadOnlyMatrix();

    /// <summary>The same matrix, to be read.</summary>
    public ReadOnlyMatrix ToReadOnlyMatrix() => new(Values, Rows, Columns, Stride);
}
