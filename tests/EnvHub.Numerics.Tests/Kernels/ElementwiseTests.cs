namespace EnvHub.Numerics.Tests;

/// <summary>Activations, sums and column sums at every vector width.</summary>
[TestFixtureSource(typeof(KernelData), nameof(KernelData.Widths))]
public sealed class ElementwiseTests(int width)
{
    private readonly LaneWidth _width = (LaneWidth)width;

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void Rectify_AnyLength_ReplacesNegativeByZero(int count)
    {
        float[] values = KernelData.Draw(count, 1), expected = [.. values.Select(value => value < 0 ? 0 : value)];
        Activations.Rectify(values, _width);
        Assert.That(values, Is.EqualTo(expected));
    }

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void RectifyGradient_AnyLength_IsZeroWhereTheOutputIs(int count)
    {
        float[] outputs = [.. KernelData.Draw(count, 2).Select(value => Math.Max(value, 0))], gradients = KernelData.Draw(count, 3);
        float[] expected = [.. gradients.Zip(outputs, (gradient, output) => output > 0 ? gradient : 0)];
        Activations.RectifyGradient(outputs, gradients, _width);
        Assert.That(gradients, Is.EqualTo(expected));
    }

    [Test]
    public void Tanh_WholeRange_IsWithinFourInTenMillion()
    {
        float[] inputs = [.. Enumerable.Range(-24_000, 48_001).Select(i => i / 2000f), 1e-30f, 1e-8f, float.MaxValue, float.PositiveInfinity], values = [.. inputs];
        Activations.Tanh(values, _width);
        for (int i = 0; i < values.Length; i++)
        {
            double truth = Math.Tanh(inputs[i]);
            Assert.That(values[i], Is.EqualTo(truth).Within(4e-7 * Math.Abs(truth)), $"tanh({inputs[i]})");
        }
    }

    [Test]
    public void Tanh_NaN_StaysNaN()
    {
        float[] values = [.. Enumerable.Repeat(float.NaN, 16)];
        Activations.Tanh(values, _width);
        Assert.That(values, Is.All.NaN);
    }

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void TanhGradient_AnyLength_IsOneMinusTheSquare(int count)
    {
        float[] outputs = KernelData.Draw(count, 4), gradients = KernelData.Draw(count, 5);
        double[] expected = [.. gradients.Zip(outputs, (gradient, output) => gradient * (1.0 - (double)output * output))];
        Activations.TanhGradient(outputs, gradients, _width);
        Assert.That(gradients, Is.EqualTo(expected).Within(2e-7));
    }

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void AddScaled_AnyLength_MatchesDoublePrecision(int count)
    {
        float[] values = KernelData.Draw(count, 6), target = KernelData.Draw(count, 7);
        double[] expected = [.. target.Zip(values, (sum, value) => sum + 0.3 * value)];
        VectorSums.AddScaled(values, 0.3f, target, _width);
        Assert.That(target, Is.EqualTo(expected).Within(2e-7));
    }

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void ColumnSums_AnyWidth_AddsEveryRow(int columns)
    {
        const int Rows = 11;
        int stride = columns + 3;
        float[] values = KernelData.Draw(Rows * stride, 8), before = KernelData.Draw(columns, 9), sums = [.. before];
        ColumnSums.Add(new(values, Rows, columns, stride), sums, _width);
        double[] expected = [.. before.Select((start, j) => start + Enumerable.Range(0, Rows).Sum(row => (double)values[row * stride + j]))];
        Assert.That(sums, Is.EqualTo(expected).Within(KernelData.Tolerance(Rows)));
    }
}
