using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

public sealed class BoxSpaceTests
{
    private const float Inf = float.PositiveInfinity;

    public static IEnumerable<TestCaseData> Recorded() => Fixture.Rows("box");

    [Test]
    public void Create_OneBoundAndAShape_IsThatOfEveryComponent()
    {
        var box = new BoxSpace(-1, 2, 2, 3);
        Assert.That(box, Is.EqualTo(new BoxSpace([-1, -1, -1, -1, -1, -1], [2, 2, 2, 2, 2, 2], [2, 3])));
        Assert.That(() => new BoxSpace(2, -1, 2), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH1002"));
        Assert.That(() => new BoxSpace(0, 1, -2), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH1004"));
    }

    [TestCaseSource(nameof(Recorded))]
    public void Sample_RecordedSeed_EqualsGymnasiums(JsonElement row)
    {
        var (space, random) = (SpaceOf(row), row.Generator());
        foreach (uint[] bits in row.Arrays<uint>("samples")) Assert.That(space.Sample(random), Is.EqualTo(Fixture.Floats(bits)));
        Fixture.AssertPlace(random, row);
    }

    [TestCaseSource(nameof(Recorded))]
    public void SampleElements_RecordedSeed_EqualsGymnasiums(JsonElement row)
    {
        var (space, random) = (SpaceOf(row), row.Generator());
        float[] elements = new float[space.ElementSize];
        foreach (uint[] bits in row.Arrays<uint>("samples"))
        {
            space.SampleElements(random, elements);
            Assert.That(elements, Is.EqualTo(Fixture.Floats(bits)));
        }
    }

    [TestCaseSource(nameof(Recorded))]
    public void FlatSize_Always_IsGymnasiumsFlatdim(JsonElement row) =>
        Assert.That(SpaceOf(row).FlatSize, Is.EqualTo(row.GetProperty("flatSize").GetInt32()));

    [Test]
    public void SampleElements_AnyBox_AllocatesNothing()
    {
        var (space, random) = (new BoxSpace([-1, -Inf, 0, -Inf], [1, Inf, Inf, 3]), new RandomGenerator(1));
        float[] elements = new float[4];
        space.SampleElements(random, elements);
        Assert.That(AllocationMeter.Measure(() =>
        {
            for (int i = 0; i < 1000; i++) space.SampleElements(random, elements);
        }), Is.Zero);
    }

    [TestCase(new[] { 0f, 1f }, true), TestCase(new[] { -1f, 2f }, true), TestCase(new[] { -1.001f, 0f }, false)]
    [TestCase(new[] { float.NaN, 0f }, false), TestCase(new[] { 0f, Inf }, false), TestCase(new[] { 0f }, false)]
    public void Contains_Bounded_HoldsWhatLiesWithin(float[] value, bool expected) =>
        Assert.That(new BoxSpace([-1, 0], [1, 2]).Contains(value), Is.EqualTo(expected));

    [Test]
    public void Contains_Null_IsFalse() => Assert.That(BoxSpace.Uniform(0, 1, 2).ContainsObject(null), Is.False);

    [Test]
    public void Constructor_LengthsDiffer_Refuses() => Refusal.Expect("EH1001", () => _ = new BoxSpace([0, 0], [1]), "2 values", "has 1");

    [Test]
    public void Constructor_ShapeOfAnotherSize_Refuses() => Refusal.Expect("EH1001", () => _ = new BoxSpace([0, 0], [1, 1], [3]), "the shape holds 3");

    [TestCase(float.NaN, 1), TestCase(0, float.NaN), TestCase(1, 0), TestCase(Inf, Inf), TestCase(-Inf, -Inf)]
    public void Constructor_BadBound_Refuses(float low, float high) => Refusal.Expect("EH1002", () => _ = new BoxSpace([0, low], [1, high]), "low[1]");

    [Test]
    public void Uniform_NegativeDimension_Refuses() => Refusal.Expect("EH1004", () => BoxSpace.Uniform(0, 1, 3, -1), "(3, -1)");

    [Test]
    public void Uniform_MoreThanAnArrayHolds_Refuses() => Refusal.Expect("EH1004", () => BoxSpace.Uniform(0, 1, 1 << 16, 1 << 16));

    [Test]
    public void FlattenElements_WrongLength_Refuses() =>
        Refusal.Expect("EH1006", () => BoxSpace.Uniform(0, 1, 2).FlattenElements(new float[2], new float[3]), "3 elements", "must have 2");

    [Test]
    public void Equals_SameBoundsAndShape_IsTrue()
    {
        var (first, second) = (new BoxSpace([0, -Inf], [1, Inf]), new BoxSpace([0, -Inf], [1, Inf]));
        Assert.That(first.Equals(second), Is.True);
        Assert.That(first.GetHashCode(), Is.EqualTo(second.GetHashCode()));
    }

    [Test]
    public void Equals_OtherShapeOrBound_IsFalse()
    {
        var space = BoxSpace.Uniform(0, 1, 4);
        Assert.That(new Space[] { BoxSpace.Uniform(0, 1, 2, 2), BoxSpace.Uniform(0, 2, 4), new DiscreteSpace(4) }, Has.None.EqualTo(space));
    }

    [Test]
    public void ToString_UniformBounds_PrintsEachOnce() => Assert.That($"{BoxSpace.Uniform(-1.5f, Inf, 2, 3)}", Is.EqualTo("Box(-1.5, inf, (2, 3), float32)"));

    [Test]
    public void ToString_OwnBounds_ListsThem() => Assert.That($"{new BoxSpace([-1, -Inf], [1, 3])}", Is.EqualTo("Box([-1, -inf], [1, 3], (2,), float32)"));

    [Test]
    public void ToString_ManyBounds_StaysShort()
    {
        float[] low = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];
        Assert.That($"{new BoxSpace(low, low)}", Does.StartWith("Box([0, 1, 2, ..., 997, 998, 999], "));
    }

    private static BoxSpace SpaceOf(JsonElement row) =>
        new(Fixture.Floats(row.Array<uint>("low")), Fixture.Floats(row.Array<uint>("high")), row.Array<int>("shape"));
}
