using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

public sealed class MultiDiscreteSpaceTests
{
    public static IEnumerable<TestCaseData> Recorded() => Fixture.Rows("multiDiscrete");

    public static IEnumerable<TestCaseData> Masked() => RecordedWith("masked");

    public static IEnumerable<TestCaseData> Weighted() => RecordedWith("weighted");

    public static IEnumerable<TestCaseData> Flattened() => RecordedWith("flattened");

    [TestCaseSource(nameof(Recorded))]
    public void Sample_RecordedSeed_EqualsGymnasiums(JsonElement row)
    {
        var (space, random) = (SpaceOf(row), row.Generator());
        foreach (long[] expected in row.Arrays<long>("samples")) Assert.That(space.Sample(random), Is.EqualTo(expected));
        Fixture.AssertPlace(random, row);
    }

    [TestCaseSource(nameof(Masked))]
    public void Sample_Masked_EqualsGymnasiums(JsonElement row)
    {
        var masked = row.GetProperty("masked");
        var (space, random) = (SpaceOf(row), masked.Generator());
        var drawn = masked.Arrays<int>("masks").Select(mask => space.Sample(random, [.. mask.Select(entry => entry == 1)]));
        Assert.That(drawn.ToArray(), Is.EqualTo(masked.Arrays<long>("samples")));
        Fixture.AssertPlace(random, masked);
    }

    [TestCaseSource(nameof(Weighted))]
    public void Sample_Weighted_EqualsGymnasiums(JsonElement row)
    {
        var weighted = row.GetProperty("weighted");
        var (space, random) = (SpaceOf(row), weighted.Generator());
        var drawn = weighted.Arrays<double>("probabilities").Select(probabilities => space.Sample(random, probabilities));
        Assert.That(drawn.ToArray(), Is.EqualTo(weighted.Arrays<long>("samples")));
        Fixture.AssertPlace(random, weighted);
    }

    [TestCaseSource(nameof(Flattened))]
    public void Flatten_RecordedValue_EqualsGymnasiums(JsonElement row)
    {
        var space = SpaceOf(row);
        float[] flat = new float[space.FlatSize];
        space.Flatten(row.Array<long>("value"), flat);
        Assert.That(flat, Is.EqualTo(row.Array<float>("flattened")));
    }

    [Test]
    public void SampleElements_SameSeed_WritesTheSample()
    {
        var space = new MultiDiscreteSpace([3, 5], [10, -2], [2]);
        float[] elements = new float[2];
        space.SampleElements(new RandomGenerator(4), elements);
        Assert.That(elements, Is.EqualTo(space.Sample(new RandomGenerator(4))));
    }

    [TestCase(new long[] { 0, -2 }, true), TestCase(new long[] { 2, 1 }, true), TestCase(new long[] { 3, 0 }, false)]
    [TestCase(new long[] { 0, -3 }, false), TestCase(new long[] { 0 }, false)]
    public void Contains_AroundTheEnds_HoldsTheCounts(long[] value, bool expected) =>
        Assert.That(new MultiDiscreteSpace([3, 4], [0, -2], [2]).Contains(value), Is.EqualTo(expected));

    [Test]
    public void ContainsElements_Fraction_IsFalse() => Assert.That(new MultiDiscreteSpace(3, 4).ContainsElements([1, 0.5f]), Is.False);

    [Test]
    public void Flatten_OutsideTheSpace_Refuses() => Refusal.Expect("EH1009", () => new MultiDiscreteSpace(3, 4).Flatten([1, 4], new float[7]), "4 for component 1");

    [Test]
    public void Unflatten_ComponentWithoutAOne_Refuses() =>
        Refusal.Expect("EH1009", () => new MultiDiscreteSpace(2, 2).Unflatten([0, 1, 0, 0]), "component 1");

    [Test]
    public void Constructor_NoValues_Refuses() => Refusal.Expect("EH1003", () => _ = new MultiDiscreteSpace(2, 0), "counts[1]", "0");

    [Test]
    public void Constructor_LengthsDiffer_Refuses() => Refusal.Expect("EH1001", () => _ = new MultiDiscreteSpace([2, 2], [0], [2]), "starts has 1");

    [Test]
    public void Constructor_FlattenedFormTooLong_Refuses() => Refusal.Expect("EH1004", () => _ = new MultiDiscreteSpace(int.MaxValue, int.MaxValue));

    [Test]
    public void Sample_MaskOfAnotherLength_Refuses() => Refusal.Expect("EH1005", () => new MultiDiscreteSpace(2, 2).Sample(new RandomGenerator(0), new bool[3]));

    [Test]
    public void Sample_ComponentThatIsNoDistribution_Refuses() =>
        Refusal.Expect("EH1007", () => new MultiDiscreteSpace(2, 2).Sample(new RandomGenerator(0), [0.5, 0.5, 0.5, 0.6]), "1.1");

    [Test]
    public void Equals_ByCountsStartsAndShape()
    {
        var space = new MultiDiscreteSpace([2, 3], [0, 1], [2]);
        Assert.That(new MultiDiscreteSpace([2, 3], [0, 1], [2]), Is.EqualTo(space));
        Assert.That(new Space[] { new MultiDiscreteSpace(2, 3), new MultiDiscreteSpace([2, 3], [0, 1], [1, 2]), new MultiBinarySpace(2) }, Has.None.EqualTo(space));
    }

    [Test]
    public void ToString_Starts_AreShownWhereNotZero() => Assert.That(
        new[] { $"{new MultiDiscreteSpace(3, 4)}", $"{new MultiDiscreteSpace([3, 4], [0, -2], [2])}" },
        Is.EqualTo(new[] { "MultiDiscrete([3 4])", "MultiDiscrete([3 4], start=[0 -2])" }));

    private static IEnumerable<TestCaseData> RecordedWith(string part) => Recorded().Where(data => ((JsonElement)data.Arguments[0]!).TryGetProperty(part, out _));

    private static MultiDiscreteSpace SpaceOf(JsonElement row) => new(row.Array<int>("counts"), row.Array<long>("starts"), row.Array<int>("shape"));
}
