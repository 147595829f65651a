namespace EnvHub.Numerics.Tests;

public sealed class MatrixProductsTests
{
    /// <summary>Rows, depth, columns: every size once in each place, beside sizes that make whole and broken tiles.</summary>
    public static IEnumerable<(int Rows, int Depth, int Columns)> Shapes()
    {
        foreach (int size in KernelData.Sizes)
        {
            yield return (9, 5, size);
            yield return (size, 7, 33);
            yield return (6, size, 20);
        }
        yield return (37, 300, 64);
        yield return (40, 130, 128);
        yield return (128, 256, 256);
        // Few rows beside the weight: its transpose would cost more than theirs.
        yield return (16, 300, 90);
        yield return (21, 130, 333);
    }

    [Test]
    public void Multiply_AnyShape_MatchesDoublePrecision([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width)
    {
        foreach (var (rows, depth, columns) in Shapes())
        {
            float[] x = KernelData.Draw(rows * depth, 1), w = KernelData.Draw(depth * columns, 2), bias = KernelData.Draw(columns, 3), y = new float[rows * columns];
            MatrixProducts.Multiply(new(x, rows, depth), new(w, depth, columns), bias, new(y, rows, columns), rectify: false, (LaneWidth)width);
            double[] truth = Truth(rows, columns, depth, (i, p) => x[i * depth + p], (p, j) => w[p * columns + j], (i, j) => bias[j]);
            KernelData.AssertClose(y, truth, KernelData.Tolerance(depth), $"{rows} x {depth} x {columns}");
        }
    }

    [Test]
    public void AddTransposedProduct_AnyShape_MatchesDoublePrecision([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width)
    {
        foreach (var (rows, depth, columns) in Shapes())
        {
            float[] x = KernelData.Draw(depth * rows, 4), dy = KernelData.Draw(depth * columns, 5), before = KernelData.Draw(rows * columns, 6), dw = [.. before];
            MatrixProducts.AddTransposedProduct(new(x, depth, rows), new(dy, depth, columns), new(dw, rows, columns), (LaneWidth)width);
            double[] truth = Truth(rows, columns, depth, (i, p) => x[p * rows + i], (p, j) => dy[p * columns + j], (i, j) => before[i * columns + j]);
            KernelData.AssertClose(dw, truth, KernelData.Tolerance(depth), $"{rows} x {depth} x {columns}");
        }
    }

    [Test]
    public void MultiplyTransposed_AnyShape_MatchesDoublePrecision([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width)
    {
        foreach (var (rows, depth, columns) in Shapes())
        {
            float[] dy = KernelData.Draw(rows * depth, 7), w = KernelData.Draw(columns * depth, 8), dx = new float[rows * columns];
            float[] scratch = new float[MatrixProducts.ScratchLength(columns, depth)];
            MatrixProducts.MultiplyTransposed(new(dy, rows, depth), new(w, columns, depth), new(dx, rows, columns), scratch, [], (LaneWidth)width);
            double[] truth = Truth(rows, columns, depth, (i, p) => dy[i * depth + p], (p, j) => w[j * depth + p], (_, _) => 0);
            KernelData.AssertClose(dx, truth, KernelData.Tolerance(depth), $"{rows} x {depth} x {columns}");
        }
    }

    [Test]
    public void MultiplyTransposed_AllRowsOrOneByOne_GivesTheSameBits([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width)
    {
        const int Rows = 21, Depth = 130, Columns = 333;
        float[] dy = KernelData.Draw(Rows * Depth, 7), w = KernelData.Draw(Columns * Depth, 8), dx = new float[Rows * Columns], one = new float[Columns];
        float[] scratch = new float[MatrixProducts.ScratchLength(Columns, Depth)];
        MatrixProducts.MultiplyTransposed(new(dy, Rows, Depth), new(w, Columns, Depth), new(dx, Rows, Columns), scratch, [], (LaneWidth)width);
        for (int row = 0; row < Rows; row++)
        {
            MatrixProducts.MultiplyTransposed(new(dy.AsSpan(row * Depth), 1, Depth), new(w, Columns, Depth), new(one, 1, Columns), scratch, [], (LaneWidth)width);
            Assert.That(one, Is.EqualTo(dx.Skip(row * Columns).Take(Columns)));
        }
    }

    [Test]
    public void Multiply_AnyWidth_GivesTheSameBits([ValueSource(typeof(KernelData), nameof(KernelData.Widths))] int width)
    {
        const int Rows = 45, Depth = 140, Columns = 70;
        float[] x = KernelData.Draw(Rows * Depth, 1), w = KernelData.Draw(Depth * Columns, 2), bias = KernelData.Draw(Columns, 3);
        float[] y = new float[Rows * Columns], scalar = new float[Rows * Columns];
        MatrixProducts.Multiply(new(x, Rows, Depth), new(w, Depth, Columns), bias, new(y, Rows, Columns), rectify: true, (LaneWidth)width);
        MatrixProducts.Multiply(new(x, Rows, Depth), new(w, Depth, Columns), bias, new(scalar, Rows, Columns), rectify: true, LaneWidth.Scalar);
        Assert.That(y, Is.EqualTo(scalar));
    }

    [Test]
    public void Multiply_RowByRow_GivesTheBitsOfTheWhole()
    {
        const int Rows = 130, Depth = 256, Columns = 128;
        float[] x = KernelData.Draw(Rows * Depth, 1), w = KernelData.Draw(Depth * Columns, 2), bias = KernelData.Draw(Columns, 3);
        float[] whole = new float[Rows * Columns], single = new float[Rows * Columns];
        MatrixProducts.Multiply(new(x, Rows, Depth), new(w, Depth, Columns), bias, new(whole, Rows, Columns), rectify: true);
        for (int row = 0; row < Rows; row++)
            MatrixProducts.Multiply(
                new(x.AsSpan(row * Depth, Depth), 1, Depth), new(w, Depth, Columns), bias, new(single.AsSpan(row * Columns, Columns), 1, Columns), rectify: true);
        Assert.That(single, Is.EqualTo(whole));
    }

    [Test]
    public void Multiply_Unaligned_GivesTheSameBits([Range(0, 15)] int shift)
    {
        const int Rows = 33, Depth = 20, Columns = 64;
        float[] x = KernelData.Draw(Rows * Depth, 1), w = KernelData.Draw(Depth * Columns, 2), bias = KernelData.Draw(Columns, 3);
        AlignedBuffer aligned = new(Rows * Columns), moved = new(Depth * Columns + 16);
        w.CopyTo(moved.Span[shift..]);
        float[] expected = new float[Rows * Columns];
        MatrixProducts.Multiply(new(x, Rows, Depth), new(w, Depth, Columns), bias, new(expected, Rows, Columns));
        MatrixProducts.Multiply(new(x, Rows, Depth), new(moved.Span[shift..], Depth, Columns), bias, new(aligned.Span, Rows, Columns));
        Assert.That(aligned.Span.ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Multiply_Rectified_ReplacesNegativeAndKeepsNaN()
    {
        float[] y = new float[3];
        MatrixProducts.Multiply(new([1], 1, 1), new([-2, 2, float.NaN], 1, 3), new float[3], new(y, 1, 3), rectify: true);
        Assert.That(y, Is.EqualTo(new[] { 0, 2, float.NaN }));
    }

    [Test]
    public void MultiplyTransposed_PaddedRows_LeavesGapsZero()
    {
        const int Rows = 3, Depth = 4, Columns = 5, Stride = 16;
        float[] dx = KernelData.Draw(Rows * Stride, 1), scratch = KernelData.Draw(MatrixProducts.ScratchLength(Columns, Depth), 2);
        MatrixProducts.MultiplyTransposed(
            new(KernelData.Draw(Rows * Depth, 3), Rows, Depth), new(KernelData.Draw(Columns * Depth, 4), Columns, Depth), new(dx, Rows, Columns, Stride), scratch);
        Assert.That(dx.Where((_, i) => i % Stride >= Columns), Is.All.Zero);
    }

    [Test]
    public void Multiply_ShapesDiffer_Throws() => Assert.That(
        () => MatrixProducts.Multiply(new(new float[6], 2, 3), new(new float[8], 4, 2), new float[2], new(new float[4], 2, 2)), Throws.ArgumentException);

    private static double[] Truth(
        int rows, int columns, int depth, Func<int, int, float> left, Func<int, int, float> right, Func<int, int, float> start)
    {
        double[] result = new double[rows * columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
            {
                double sum = start(i, j);
                for (int p = 0; p < depth; p++) sum += (double)left(i, p) * right(p, j);
                result[i * columns + j] = sum;
            }
        return result;
    }
}
