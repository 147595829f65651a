namespace EnvHub.Numerics.Tests;

/// <summary>Sizes around the widths of vectors and tiles, and numbers to fill them with.</summary>
internal static class KernelData
{
    public static int[] Widths { get; } = [.. Enum.GetValues<LaneWidth>().Select(width => (int)width)];

    public static int[] Sizes { get; } = [.. Enumerable.Range(1, 40), 84, 120, 128, 256];

    public static float[] Draw(int count, ulong seed)
    {
        RandomGenerator random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.Uniform(-1, 1))];
    }

    /// <summary>Single precision against double: numbers up to 1, so that a sum of <paramref name="terms"/> products rounds that often.</summary>
    public static double Tolerance(int terms) => 3e-7 * Math.Max(4, terms);

    /// <summary>Asserts that no element differs by more than <paramref name="tolerance"/>; NUnit's own comparison is slow on long arrays.</summary>
    public static void AssertClose(ReadOnlySpan<float> found, ReadOnlySpan<double> truth, double tolerance, string what)
    {
        Assert.That(found.Length, Is.EqualTo(truth.Length), what);
        for (int i = 0; i < found.Length; i++)
            if (!(Math.Abs(found[i] - truth[i]) <= tolerance)) Assert.Fail($"{what}: element {i} is {found[i]}; {truth[i]} ± {tolerance} was expected.");
    }
}
