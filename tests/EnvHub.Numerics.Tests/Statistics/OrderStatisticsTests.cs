using System.Globalization;
using System.Text.Json;

namespace EnvHub.Numerics.Tests;

public sealed class OrderStatisticsTests
{
    // Sums in another order differ by some last bits of values up to 100.
    private const double Tolerance = 1e-12;

    public static IEnumerable<TestCaseData> Rows() => Fixture.Load("scipy-statistics.json").GetProperty("rows").EnumerateArray()
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("values").GetArrayLength()} values"));

    [TestCaseSource(nameof(Rows))]
    public void TrimmedMean_AnyCut_EqualsSciPys(JsonElement row)
    {
        foreach (var cut in row.GetProperty("trimmed").EnumerateObject())
            Assert.That(OrderStatistics.TrimmedMean(Values(row), Share(cut)), Is.EqualTo(cut.Value.GetDouble()).Within(Tolerance), cut.Name);
    }

    [TestCaseSource(nameof(Rows))]
    public void Quantile_AnyShare_EqualsNumPysExactly(JsonElement row)
    {
        foreach (var quantile in row.GetProperty("quantiles").EnumerateObject())
            Assert.That(OrderStatistics.Quantile(Values(row), Share(quantile)), Is.EqualTo(quantile.Value.GetDouble()), quantile.Name);
    }

    [Test]
    public void Quantile_Always_LeavesItsInputAlone()
    {
        double[] values = [3, 1, 2];
        OrderStatistics.Quantile(values, 0.5);
        Assert.That(values, Is.EqualTo(new double[] { 3, 1, 2 }));
    }

    [Test]
    public void Median_EvenCount_IsTheMeanOfTheMiddleTwo() => Assert.That(OrderStatistics.Median([10, 1, 3, 2]), Is.EqualTo(2.5));

    [Test]
    public void Quantile_EqualInfinities_StayInfinite() =>
        Assert.That(OrderStatistics.Quantile([double.NegativeInfinity, double.NegativeInfinity, 1], 0.25), Is.EqualTo(double.NegativeInfinity));

    [Test]
    public void TrimmedMean_NaNAmongTheCut_IsNaN() => Assert.That(OrderStatistics.TrimmedMean([1, 2, 3, double.NaN], 0.25), Is.NaN);

    [Test]
    public void TrimmedMean_NoValues_Throws() => Assert.That(() => OrderStatistics.TrimmedMean([], 0.25), Throws.ArgumentException);

    [TestCase(-0.1), TestCase(0.5), TestCase(double.NaN)]
    public void TrimmedMean_CutOutsideItsRange_Throws(double proportion) =>
        Assert.That(() => OrderStatistics.TrimmedMean([1], proportion), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(-0.1), TestCase(1.1), TestCase(double.NaN)]
    public void Quantile_ShareOutsideItsRange_Throws(double share) =>
        Assert.That(() => OrderStatistics.Quantile([1], share), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static double[] Values(JsonElement row) => Fixture.ArrayOf<double>(row.GetProperty("values"));

    private static double Share(JsonProperty property) => double.Parse(property.Name, CultureInfo.InvariantCulture);
}
