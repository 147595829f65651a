namespace EnvHub.Numerics;

/// <summary>A row-major matrix that is read. A view: it owns nothing.</summary>
public readonly ref struct ReadOnlyMatrix
{
    /// <summary>A matrix over <paramref name="values"/>.</summary>
    /// <param name="stride">Values from one row to the next, at least <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentException">A size is negative, the stride is below the columns, or the values do not hold the matrix.</exception>
    public ReadOnlyMatrix(ReadOnlySpan<float> values, int rows, int columns, int stride)
    {
        if ((rows | columns) < 0 || stride < columns || values.Length < (rows - 1L) * stride + columns && rows > 0)
            throw MatrixErrors.DoesNotFit(values.Length, rows, columns, stride);
        Values = values;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    /// <summary>A matrix without gaps.</summary>
    /// <inheritdoc cref="ReadOnlyMatrix(ReadOnlySpan{float}, int, int, int)" path="/exception"/>
    public ReadOnlyMatrix(ReadOnlySpan<float> values, int rows, int columns) : this(values, rows, columns, columns) { }

    /// <summary>Row after row.</summary>
    public ReadOnlySpan<float> Values { get; }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>Values from one row to the next.</summary>
    public int Stride { get; }
}
