using System.Text.Json;

namespace EnvHub.Numerics.Tests;

public sealed class RandomGeneratorChoiceTests
{
    private static readonly JsonElement Numbers = Fixture.Load("numpy-random.json");

    public static IEnumerable<TestCaseData> Weighted() => Numbers.GetProperty("choice").EnumerateArray()
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("p").GetArrayLength()} probabilities"));

    [TestCaseSource(nameof(Weighted))]
    public void Choice_WithProbabilities_EqualsNumPys(JsonElement row)
    {
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        double[] probabilities = [.. row.GetProperty("p").EnumerateArray().Select(Fixture.FromBits)];
        int[] expected = Fixture.ArrayOf<int>(row.GetProperty("values"));
        Assert.That(expected.Select(_ => random.Choice(probabilities)), Is.EqualTo(expected));
    }

    [Test]
    public void Choice_WithoutProbabilities_EqualsNumPys()
    {
        var random = new RandomGenerator(9);
        int[] tens = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100], expected = Fixture.ArrayOf<int>(Numbers.GetProperty("choiceOfTen"));
        Assert.That(expected.Select(_ => random.Choice<int>(tens)), Is.EqualTo(expected));
    }

    [Test]
    public void Choice_OfValuesWithProbabilities_DrawsTheValueAtTheIndex()
    {
        string[] values = ["fail", "left", "right"];
        var (byIndex, byValue) = (new RandomGenerator(3), new RandomGenerator(3));
        for (int i = 0; i < 20; i++) Assert.That(byValue.Choice<string>(values, [0.2, 0.3, 0.5]), Is.EqualTo(values[byIndex.Choice([0.2, 0.3, 0.5])]));
    }

    [TestCase(0.5, 0.4), TestCase(0.6, 0.5), TestCase(1.5, -0.5), TestCase(1.0, double.NaN), TestCase(0.0, 0.0)]
    public void Choice_NotADistribution_Throws(double first, double second) =>
        Assert.That(() => new RandomGenerator(0).Choice([first, second]), Throws.ArgumentException);

    [Test]
    public void Choice_OtherCountOfProbabilities_Throws() => Assert.That(() => new RandomGenerator(0).Choice<int>([1, 2], [1.0]), Throws.ArgumentException);

    [Test]
    public void Choice_OfNothing_Throws() => Assert.That(() => new RandomGenerator(0).Choice<int>([]), Throws.ArgumentException);
}
