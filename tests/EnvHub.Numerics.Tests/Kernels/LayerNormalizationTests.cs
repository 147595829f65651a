namespace EnvHub.Numerics.Tests;

public sealed class LayerNormalizationTests
{
    private const int Rows = 11;

    private static readonly int[] Widths = [1, 2, 3, 15, 16, 17, 31, 32, 33, 40];

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void Forward_AnyWidth_MatchesDoublePrecisionAndLeavesGapsZero(int columns)
    {
        Case item = new(columns);
        float[] x = [.. item.Inputs], y = new float[x.Length];
        LayerNormalization.Forward(item.Matrix(x), item.Gain, item.Shift, item.Matrix(y), new float[Rows]);
        Assert.That(y, Is.EqualTo(item.Forward(item.Inputs)).Within(2e-5));
        Assert.That(y.Where((_, i) => i % item.Stride >= columns), Is.All.Zero);
    }

    [Test]
    public void Forward_Rectified_ReplacesNegativeByZero()
    {
        Case item = new(20);
        float[] x = [.. item.Inputs], y = new float[x.Length], plain = new float[x.Length];
        LayerNormalization.Forward(item.Matrix([.. item.Inputs]), item.Gain, item.Shift, item.Matrix(plain), new float[Rows]);
        LayerNormalization.Forward(item.Matrix(x), item.Gain, item.Shift, item.Matrix(y), new float[Rows], rectify: true);
        Assert.That(y, Is.EqualTo(plain.Select(value => Math.Max(0, value))));
    }

    [TestCaseSource(nameof(Widths))]
    public void Backward_AnyWidth_MatchesFiniteDifferences(int columns)
    {
        Case item = new(columns);
        float[] x = [.. item.Inputs], y = new float[x.Length], deviations = new float[Rows], gainGradient = new float[item.Stride];
        float[] slopes = Case.Padded(columns, 7), gradients = [.. slopes];
        LayerNormalization.Forward(item.Matrix(x), item.Gain, item.Shift, item.Matrix(y), deviations);
        LayerNormalization.Backward(item.Matrix(gradients), item.Matrix(x), item.Gain, deviations, gainGradient);
        const double Step = 1e-4;
        for (int column = 0; column < columns; column++)
            for (int row = 0; row < Rows; row++)
            {
                double slope = (item.Loss(row, column, Step, slopes) - item.Loss(row, column, -Step, slopes)) / (2 * Step);
                double error = Math.Abs(gradients[row * item.Stride + column] - slope);
                if (!(error <= 2e-4 * Math.Max(1, Math.Abs(slope)))) Assert.Fail($"row {row}, column {column}: {slope} ± {error}");
            }
        Assert.That(gradients.Where((_, i) => i % item.Stride >= columns), Is.All.Zero);
    }

    [Test]
    public void Forward_UnpaddedRows_Throws() => Assert.That(
        () => LayerNormalization.Forward(new(new float[6], 2, 3), new float[3], new float[3], new(new float[6], 2, 3), new float[2]), Throws.ArgumentException);

    private sealed class Case(int columns)
    {
        public int Stride { get; } = AlignedBuffer.Pad(columns);

        public float[] Inputs { get; } = Padded(columns, 1);

        public float[] Gain { get; } = [.. KernelData.Draw(columns, 2), .. new float[AlignedBuffer.Pad(columns) - columns]];

        public float[] Shift { get; } = [.. KernelData.Draw(columns, 3), .. new float[AlignedBuffer.Pad(columns) - columns]];

        public Matrix Matrix(float[] values) => new(values, Rows, columns, Stride);

        public static float[] Padded(int columns, ulong seed)
        {
            int stride = AlignedBuffer.Pad(columns);
            return [.. KernelData.Draw(Rows * stride, seed).Select((value, i) => i % stride < columns ? value : 0)];
        }

        public double[] Forward(float[] x) => [.. Enumerable.Range(0, Rows).SelectMany(row => Row([.. x.Skip(row * Stride).Take(columns).Select(v => (double)v)]))];

        public double Loss(int row, int column, double step, float[] slopes)
        {
            double[] x = [.. Inputs.Skip(row * Stride).Take(columns).Select(v => (double)v)];
            x[column] += step;
            return Row(x).Select((value, i) => value * slopes[row * Stride + i]).Sum();
        }

        private double[] Row(double[] x)
        {
            double mean = x.Average(), deviation = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)) + 1e-5);
            return [.. x.Select((v, i) => Gain[i] * (v - mean) / deviation + Shift[i]), .. new double[Stride - columns]];
        }
    }
}
