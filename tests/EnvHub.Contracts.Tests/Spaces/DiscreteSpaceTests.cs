using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

public sealed class DiscreteSpaceTests
{
    public static IEnumerable<TestCaseData> Recorded() => Fixture.Rows("discrete");

    public static IEnumerable<TestCaseData> RecordedSmall() => Recorded().Where(data => ((JsonElement)data.Arguments[0]!).TryGetProperty("masked", out _));

    [TestCaseSource(nameof(Recorded))]
    public void Sample_RecordedSeed_EqualsGymnasiums(JsonElement row)
    {
        var (space, random) = (SpaceOf(row), row.Generator());
        long[] expected = row.Array<long>("samples");
        Assert.That(expected.Select(_ => space.Sample(random)).ToArray(), Is.EqualTo(expected));
        Fixture.AssertPlace(random, row);
    }

    [TestCaseSource(nameof(RecordedSmall))]
    public void Sample_Masked_EqualsGymnasiums(JsonElement row)
    {
        var masked = row.GetProperty("masked");
        var (space, random) = (SpaceOf(row), masked.Generator());
        var drawn = masked.Arrays<int>("masks").Select(mask => space.Sample(random, [.. mask.Select(entry => entry == 1)]));
        Assert.That(drawn.ToArray(), Is.EqualTo(masked.Array<long>("samples")));
        Fixture.AssertPlace(random, masked);
    }

    [TestCaseSource(nameof(RecordedSmall))]
    public void Sample_Weighted_EqualsGymnasiums(JsonElement row)
    {
        var weighted = row.GetProperty("weighted");
        var (space, random) = (SpaceOf(row), weighted.Generator());
        var drawn = weighted.Arrays<double>("probabilities").Select(probabilities => space.Sample(random, probabilities));
        Assert.That(drawn.ToArray(), Is.EqualTo(weighted.Array<long>("samples")));
        Fixture.AssertPlace(random, weighted);
    }

    [TestCaseSource(nameof(RecordedSmall))]
    public void Flatten_RecordedValue_EqualsGymnasiums(JsonElement row)
    {
        var space = SpaceOf(row);
        float[] flat = new float[space.FlatSize];
        space.Flatten(row.GetProperty("value").GetInt64(), flat);
        Assert.That(flat, Is.EqualTo(row.Array<float>("flattened")));
    }

    [Test]
    public void Contains_FarFromTheStart_DoesNotOverflow() => Assert.That(new DiscreteSpace(3, long.MinValue).Contains(long.MaxValue), Is.False);

    [TestCase(-1, false), TestCase(0, true), TestCase(2, true), TestCase(3, false)]
    public void Contains_AroundTheEnds_HoldsTheCount(long value, bool expected) => Assert.That(new DiscreteSpace(3).Contains(value), Is.EqualTo(expected));

    [TestCase(1f, true), TestCase(0.5f, false), TestCase(float.NaN, false), TestCase(float.PositiveInfinity, false), TestCase(3f, false)]
    public void ContainsElements_OneElement_HoldsIntegersWithin(float element, bool expected) =>
        Assert.That(new DiscreteSpace(3).ContainsElements([element]), Is.EqualTo(expected));

    [Test]
    public void Write_IntegerThatNoFloatHolds_RefusesRatherThanRounds() =>
        Refusal.Expect("EH1008", () => new DiscreteSpace(int.MaxValue).Write((1 << 24) + 1, new float[1]), "16777217");

    [Test]
    public void Write_LargestInteger_RefusesRatherThanRounds() =>
        Refusal.Expect("EH1008", () => new DiscreteSpace(1, long.MaxValue).Write(long.MaxValue, new float[1]));

    [Test]
    public void Flatten_OutsideTheSpace_Refuses() => Refusal.Expect("EH1009", () => new DiscreteSpace(3).Flatten(3, new float[3]), "Discrete(3)", "3");

    [Test]
    public void Unflatten_NoOne_Refuses() => Refusal.Expect("EH1009", () => new DiscreteSpace(3).Unflatten(new float[3]));

    [Test]
    public void Sample_MaskOfAnotherLength_Refuses() => Refusal.Expect("EH1005", () => new DiscreteSpace(3).Sample(new RandomGenerator(0), new bool[2]), "2 entries", "must have 3");

    [Test]
    public void Sample_ProbabilitiesBelowOne_Refuses() => Refusal.Expect("EH1007", () => new DiscreteSpace(2).Sample(new RandomGenerator(0), [0.5, 0.4]), "0.9");

    [TestCase(0), TestCase(-2)]
    public void Constructor_NoValues_Refuses(int count) => Refusal.Expect("EH1003", () => _ = new DiscreteSpace(count), $"{count}");

    [Test]
    public void Constructor_BeyondTheLargestInteger_Refuses() => Refusal.Expect("EH1003", () => _ = new DiscreteSpace(2, long.MaxValue));

    [Test]
    public void Equals_ByCountAndStart()
    {
        var space = new DiscreteSpace(3, 1);
        Assert.That(new DiscreteSpace(3, 1), Is.EqualTo(space));
        Assert.That(new Space[] { new DiscreteSpace(3), new DiscreteSpace(4, 1), new MultiDiscreteSpace(3) }, Has.None.EqualTo(space));
    }

    [TestCase(0, "Discrete(2)"), TestCase(-1, "Discrete(2, start=-1)")]
    public void ToString_Always_IsGymnasiums(long start, string expected) => Assert.That($"{new DiscreteSpace(2, start)}", Is.EqualTo(expected));

    private static DiscreteSpace SpaceOf(JsonElement row) => new(row.GetProperty("count").GetInt32(), row.GetProperty("start").GetInt64());
}
