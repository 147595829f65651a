using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Evaluation.Tests;

/// <summary>Proportions, probabilities of improvement, profiles and corrected intervals beside SciPy's and NumPy's numbers.</summary>
public sealed class ComparisonTests
{
    private static readonly JsonElement Numbers = JsonElement.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Fixtures", "scipy-comparisons.json")));

    public static IEnumerable<TestCaseData> Comparisons() => Rows("comparisons", row => $"{row.GetProperty("x").GetArrayLength()} runs");

    public static IEnumerable<TestCaseData> Proportions() => Rows("proportions", row => $"{row.GetProperty("successes")} of {row.GetProperty("trials")}, {row.GetProperty("level")}");

    public static IEnumerable<TestCaseData> Corrected() => Rows("bca", row => $"{row.GetProperty("pairs").GetArrayLength()} pairs");

    [TestCaseSource(nameof(Comparisons))]
    public void ImprovementProbability_Arms_IsMannAndWhitneysUOverThePairs(JsonElement row)
    {
        ScoreMatrix x = Matrix(row, "x"), y = Matrix(row, "y");
        Assert.That(ImprovementProbability.Of(x, y), Is.EqualTo(Number(row, "improvement")).Within(1e-12));
        Assert.That(ImprovementProbability.Of(y, x), Is.EqualTo(Number(row, "back")).Within(1e-12));
        Assert.That(ImprovementProbability.Of(x, x), Is.EqualTo(0.5).Within(1e-12));
    }

    [TestCaseSource(nameof(Comparisons))]
    public void PerformanceProfile_Thresholds_IsTheShareAbove(JsonElement row) => Assert.That(
        PerformanceProfile.At(Matrix(row, "x"), row.GetProperty("thresholds").Deserialize<double[]>()), Is.EqualTo(row.GetProperty("profile").Deserialize<double[]>()).Within(1e-12));

    [TestCaseSource(nameof(Proportions))]
    public void Wilson_Share_IsSciPys(JsonElement row)
    {
        var interval = Proportion.Wilson(row.GetProperty("successes").GetInt32(), row.GetProperty("trials").GetInt32(), Number(row, "level"));
        Assert.That((interval.Low, interval.High), Is.EqualTo((Number(row, "low"), Number(row, "high"))).Within(1e-12));
    }

    [TestCase(-1, 3), TestCase(4, 3), TestCase(0, 0)]
    public void Wilson_NoShare_Throws(int successes, int trials) => Assert.That(() => Proportion.Wilson(successes, trials), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCaseSource(nameof(Corrected))]
    public void PairedBootstrap_BiasCorrected_IsWhatSciPysDefinitionsGive(JsonElement row)
    {
        double[] pairs = row.GetProperty("pairs").Deserialize<double[]>()!;
        var interval = PairedBootstrap.Interval(pairs.Length, chosen => chosen.Average(pair => pairs[pair]), Options(row), new RandomGenerator(row.GetProperty("seed").GetUInt64()));
        Assert.That((interval.Estimate, interval.Low, interval.High), Is.EqualTo((Number(row, "estimate"), Number(row, "low"), Number(row, "high"))).Within(1e-12));
    }

    [TestCaseSource(nameof(Corrected))]
    public void StratifiedBootstrap_BiasCorrected_OfOneTaskIsTheSame(JsonElement row)
    {
        double[] pairs = row.GetProperty("pairs").Deserialize<double[]>()!;
        var interval = StratifiedBootstrap.Interval(ScoreMatrix.OfTask(pairs), Aggregates.Mean, Options(row), new RandomGenerator(row.GetProperty("seed").GetUInt64()));
        Assert.That((interval.Low, interval.High), Is.EqualTo((Number(row, "low"), Number(row, "high"))).Within(1e-12));
    }

    [Test]
    public void PairedBootstrap_AllPairsAlike_IsThePoint()
    {
        var interval = PairedBootstrap.Interval(5, _ => 2.5, new() { Method = BootstrapMethod.BiasCorrected }, new RandomGenerator(1));
        Assert.That((interval.Low, interval.High), Is.EqualTo((2.5, 2.5)));
    }

    [Test]
    public void Below_AndQuantile_AreSciPys()
    {
        foreach (var row in Numbers.GetProperty("normal").EnumerateArray())
            Assert.That(StandardNormal.Below(Number(row, "value")), Is.EqualTo(Number(row, "below")).Within(1e-13).Percent.Or.EqualTo(Number(row, "below")).Within(1e-16), $"{row}");
        foreach (var row in Numbers.GetProperty("quantiles").EnumerateArray())
            Assert.That(StandardNormal.Quantile(Number(row, "probability")), Is.EqualTo(Number(row, "value")).Within(1e-13), $"{row}");
    }

    private static BootstrapOptions Options(JsonElement row) =>
        new() { Draws = row.GetProperty("draws").GetInt32(), Level = Number(row, "level"), Method = BootstrapMethod.BiasCorrected };

    private static double Number(JsonElement row, string key) => row.GetProperty(key).GetDouble();

    private static ScoreMatrix Matrix(JsonElement row, string key)
    {
        double[][] rows = row.GetProperty(key).Deserialize<double[][]>()!;
        return new(rows.Length, rows[0].Length, [.. rows.SelectMany(scores => scores)]);
    }

    private static IEnumerable<TestCaseData> Rows(string key, Func<JsonElement, string> name) =>
        Numbers.GetProperty(key).EnumerateArray().Select(row => new TestCaseData(row).SetArgDisplayNames(name(row)));
}
