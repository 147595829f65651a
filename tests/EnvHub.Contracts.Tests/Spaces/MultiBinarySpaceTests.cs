using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

public sealed class MultiBinarySpaceTests
{
    public static IEnumerable<TestCaseData> Recorded() => Fixture.Rows("multiBinary");

    [TestCaseSource(nameof(Recorded))]
    public void Sample_RecordedSeed_EqualsGymnasiums(JsonElement row)
    {
        var (space, random) = (SpaceOf(row), row.Generator());
        foreach (sbyte[] expected in row.Arrays<sbyte>("samples")) Assert.That(space.Sample(random), Is.EqualTo(expected));
        Fixture.AssertPlace(random, row);
    }

    [TestCaseSource(nameof(Recorded))]
    public void SampleElements_RecordedSeed_EqualsGymnasiums(JsonElement row)
    {
        var (space, random) = (SpaceOf(row), row.Generator());
        float[] elements = new float[space.ElementSize];
        foreach (sbyte[] expected in row.Arrays<sbyte>("samples"))
        {
            space.SampleElements(random, elements);
            Assert.That(elements, Is.EqualTo(expected));
        }
    }

    [TestCaseSource(nameof(Recorded))]
    public void Sample_Masked_EqualsGymnasiums(JsonElement row)
    {
        var masked = row.GetProperty("masked");
        var (space, random) = (SpaceOf(row), masked.Generator());
        foreach (sbyte[] expected in masked.Arrays<sbyte>("samples")) Assert.That(space.Sample(random, masked.Array<sbyte>("mask")), Is.EqualTo(expected));
        Fixture.AssertPlace(random, masked);
    }

    [TestCaseSource(nameof(Recorded))]
    public void Sample_Weighted_EqualsGymnasiums(JsonElement row)
    {
        var weighted = row.GetProperty("weighted");
        var (space, random) = (SpaceOf(row), weighted.Generator());
        foreach (sbyte[] expected in weighted.Arrays<sbyte>("samples")) Assert.That(space.Sample(random, weighted.Array<double>("probabilities")), Is.EqualTo(expected));
        Fixture.AssertPlace(random, weighted);
    }

    [TestCase(new sbyte[] { 0, 1 }, true), TestCase(new sbyte[] { 0, 2 }, false), TestCase(new sbyte[] { -1, 0 }, false), TestCase(new sbyte[] { 1 }, false)]
    public void Contains_Components_AreZerosAndOnes(sbyte[] value, bool expected) => Assert.That(new MultiBinarySpace(2).Contains(value), Is.EqualTo(expected));

    [TestCase(1f, true), TestCase(0.5f, false), TestCase(float.NaN, false)]
    public void ContainsElements_Components_AreZerosAndOnes(float element, bool expected) =>
        Assert.That(new MultiBinarySpace(1).ContainsElements([element]), Is.EqualTo(expected));

    [Test]
    public void Constructor_EmptyAxis_Refuses() => Refusal.Expect("EH1003", () => _ = new MultiBinarySpace(2, 0), "shape[1]");

    [Test]
    public void Sample_UnknownMaskNumber_Refuses() => Refusal.Expect("EH1009", () => new MultiBinarySpace(2).Sample(new RandomGenerator(0), new sbyte[] { 0, 3 }), "mask[1] = 3");

    [TestCase(-0.1), TestCase(1.1), TestCase(double.NaN)]
    public void Sample_ProbabilityOutsideItsRange_Refuses(double probability) =>
        Refusal.Expect("EH1009", () => new MultiBinarySpace(1).Sample(new RandomGenerator(0), [probability]));

    [Test]
    public void Equals_ByShape()
    {
        var space = new MultiBinarySpace(2, 3);
        Assert.That(new MultiBinarySpace(2, 3), Is.EqualTo(space));
        Assert.That(new MultiBinarySpace(6), Is.Not.EqualTo(space));
    }

    [Test]
    public void ToString_Always_IsGymnasiums() => Assert.That(
        new[] { $"{new MultiBinarySpace(5)}", $"{new MultiBinarySpace(2, 3)}" }, Is.EqualTo(new[] { "MultiBinary(5)", "MultiBinary((2, 3))" }));

    private static MultiBinarySpace SpaceOf(JsonElement row) => new(row.Array<int>("shape"));
}
