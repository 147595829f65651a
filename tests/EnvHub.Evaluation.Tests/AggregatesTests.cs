using System.Text.Json;

namespace EnvHub.Evaluation.Tests;

public sealed class AggregatesTests
{
    private const double Tolerance = 1e-14;

    public static IEnumerable<TestCaseData> Matrices() => Fixture.Matrices();

    [TestCaseSource(nameof(Matrices))]
    public void Mean_Always_EqualsNumPys(JsonElement row) => Expect(row, "mean", Aggregates.Mean);

    [TestCaseSource(nameof(Matrices))]
    public void Median_Always_IsThatOfTheTaskMeans(JsonElement row) => Expect(row, "median", Aggregates.Median);

    [TestCaseSource(nameof(Matrices))]
    public void InterquartileMean_Always_EqualsSciPysTrimmedMean(JsonElement row) => Expect(row, "iqm", Aggregates.InterquartileMean);

    [TestCaseSource(nameof(Matrices))]
    public void Min_Always_EqualsNumPys(JsonElement row) => Expect(row, "min", Aggregates.Min);

    [TestCaseSource(nameof(Matrices))]
    public void Max_Always_EqualsNumPys(JsonElement row) => Expect(row, "max", Aggregates.Max);

    [TestCaseSource(nameof(Matrices))]
    public void OptimalityGap_ToTheReference_EqualsNumPys(JsonElement row) => Expect(row, "gap", scores => Aggregates.OptimalityGap(scores));

    [TestCaseSource(nameof(Matrices))]
    public void OptimalityGap_ToAnotherTarget_EqualsNumPys(JsonElement row) => Expect(row, "gap13", scores => Aggregates.OptimalityGap(scores, 1.3));

    [Test]
    public void InterquartileMean_FiveSeeds_CutsOneFromEachEnd() => Assert.That(Aggregates.InterquartileMean([100, 1, 2, 3, -100]), Is.EqualTo(2));

    [Test]
    public void InterquartileMean_NaNScore_IsNaN() => Assert.That(Aggregates.InterquartileMean([1, double.NaN, 2, 3]), Is.NaN);

    [Test]
    public void InterquartileMean_NoValues_Throws() => Assert.That(() => Aggregates.InterquartileMean([]), Throws.ArgumentException);

    private static void Expect(JsonElement row, string name, Func<ScoreMatrix, double> aggregate) =>
        Assert.That(aggregate(Fixture.ScoresOf(row)), Is.EqualTo(row.GetProperty(name).GetDouble()).Within(Tolerance));
}
