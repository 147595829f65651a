namespace EnvHub.Numerics.Tests;

[TestFixture(true)]
[TestFixture(false)]
public class ByteElementsTests(bool isWide)
{
    // Below a vector, whole vectors, and what is left after them.
    private static readonly int[] Lengths = [1, 7, 31, 32, 33, 100, 7056];

    [TestCaseSource(nameof(Lengths))]
    public void Scale_AnyLength_IsTheByteTimesTheFactor(int length)
    {
        var (bytes, values) = (Bytes(length, 1), new float[length]);
        ByteElements.Scale(bytes, 1f / 255, values, isWide);
        Assert.That(values, Is.EqualTo(bytes.Select(value => value * (1f / 255))));
    }

    [TestCaseSource(nameof(Lengths))]
    public void Pack_BytesAsFloats_AreTheBytes(int length)
    {
        var (bytes, packed) = (Bytes(length, 2), new byte[length]);
        ByteElements.Pack([.. bytes.Select(value => (float)value)], packed, isWide);
        Assert.That(packed, Is.EqualTo(bytes));
    }

    [TestCase(-1f)]
    [TestCase(256f)]
    [TestCase(0.5f)]
    [TestCase(3e9f)]
    [TestCase(float.NaN)]
    [TestCase(float.NegativeInfinity)]
    public void IndexOfOther_OneElementIsNoByte_IsItsPlace(float other)
    {
        foreach (int place in (int[])[0, 7, 8, 40, 98])
        {
            float[] elements = [.. Bytes(99, 3).Select(value => (float)value)];
            Assert.That(ByteElements.IndexOfOther(elements, isWide), Is.EqualTo(-1));
            elements[place] = other;
            Assert.That(ByteElements.IndexOfOther(elements, isWide), Is.EqualTo(place));
        }
    }

    [TestCaseSource(nameof(Lengths))]
    public void InterleaveFour_AnyLength_PutsEachPixelsBytesTogether(int pixels)
    {
        byte[][] planes = [.. Enumerable.Range(0, 4).Select(plane => Bytes(pixels, 10 + plane))];
        var values = new float[4 * pixels];
        ByteElements.InterleaveFour(planes[0], planes[1], planes[2], planes[3], 1f / 255, values, isWide);
        for (int i = 0; i < values.Length; i++) Assert.That(values[i], Is.EqualTo(planes[i % 4][i / 4] * (1f / 255)));
    }

    [Test]
    public void ScatterPlane_TwoOfFiveChannels_FillsTheirPlacesAlone()
    {
        var values = new float[15];
        ByteElements.ScatterPlane([1, 2, 3, 4, 5, 6], group: 2, stride: 5, factor: 10, values.AsSpan(1));
        Assert.That(values, Is.EqualTo(new float[] { 0, 10, 20, 0, 0, 0, 30, 40, 0, 0, 0, 50, 60, 0, 0 }));
    }

    private static byte[] Bytes(int length, int seed)
    {
        var random = new RandomGenerator((ulong)seed);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Integers(256))];
    }
}
