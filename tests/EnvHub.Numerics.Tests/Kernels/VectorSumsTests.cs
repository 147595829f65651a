namespace EnvHub.Numerics.Tests;

public sealed class VectorSumsTests
{
    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void Dot_AnyLength_MatchesDoublePrecision(int count)
    {
        float[] left = KernelData.Draw(count, 1), right = KernelData.Draw(count, 2);
        Assert.That(VectorSums.Dot(left, right), Is.EqualTo(left.Zip(right, (a, b) => (double)a * b).Sum()).Within(1e-13));
    }

    [Test]
    public void SumOfSquares_LargeAndSmall_KeepsTheSmall()
    {
        float[] values = [1e4f, .. Enumerable.Repeat(0.1f, 1000)];
        Assert.That(VectorSums.SumOfSquares(values), Is.EqualTo(1e8 + 1000 * (double)0.1f * 0.1f).Within(1e-6));
    }

    [TestCaseSource(typeof(KernelData), nameof(KernelData.Sizes))]
    public void Transpose_AnyShape_ExchangesRowsAndColumnsAndClearsGaps(int size)
    {
        const int Other = 19, Gap = 5;
        float[] source = KernelData.Draw(size * Other, 3), target = KernelData.Draw(Other * (size + Gap), 4);
        Transposition.Transpose(new(source, size, Other), new(target, Other, size, size + Gap));
        Assert.That(target, Is.EqualTo(Enumerable.Range(0, target.Length).Select(i =>
            i % (size + Gap) < size ? source[i % (size + Gap) * Other + i / (size + Gap)] : 0)));
    }

    [Test]
    public unsafe void AlignedBuffer_AnyLength_BeginsAtACacheLine([Values(0, 1, 100, 4096)] int length)
    {
        AlignedBuffer buffer = new(length);
        fixed (float* start = buffer.Span) Assert.That((long)start % 64, Is.Zero);
        Assert.That(buffer.Span.Length, Is.EqualTo(length));
    }
}
