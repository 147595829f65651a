using System.Text.Json;

namespace EnvHub.Evaluation.Tests;

public sealed class SeedSummaryTests
{
    [Test]
    public void Of_ThirtySeeds_EqualsSciPysNumbers()
    {
        var expected = Fixture.Numbers.GetProperty("thirtySeeds");
        var summary = SeedSummary.Of(expected.GetProperty("returns").Deserialize<double[]>(), solvedReturn: 475);
        Assert.That((summary.Mean, summary.InterquartileMean), Is.EqualTo((expected.GetProperty("mean").GetDouble(), expected.GetProperty("iqm").GetDouble())).Within(1e-12));
        Assert.That((summary.Seeds, summary.Min, summary.Max, summary.Solved), Is.EqualTo((30, 365.0, 500.0, expected.GetProperty("solvedAt475").GetInt32())));
    }

    [Test]
    public void Of_ReturnAtTheThreshold_CountsAsSolved() => Assert.That(SeedSummary.Of([-110, -110.5], -110).Solved, Is.EqualTo(1));

    [Test]
    public void Of_TaskWithoutThreshold_CountsNone() => Assert.That(SeedSummary.Of([1, 2], null).Solved, Is.Null);

    [Test]
    public void Of_NoSeeds_Throws() => Assert.That(() => SeedSummary.Of([], 1), Throws.ArgumentException);
}
