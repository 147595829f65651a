using System.Text.Json;

namespace EnvHub.Numerics.Tests;

public sealed class RunningMomentsTests
{
    private const double Percent = 1e-11;

    public static IEnumerable<TestCaseData> Rows() => OrderStatisticsTests.Rows();

    [TestCaseSource(nameof(Rows))]
    public void Add_OneByOne_GivesNumPysMeanAndVariance(JsonElement row)
    {
        var moments = Of(Fixture.ArrayOf<double>(row.GetProperty("values")));
        Assert.That(moments.Mean, Is.EqualTo(row.GetProperty("mean").GetDouble()).Within(1e-12));
        Assert.That(moments.Variance, Is.EqualTo(row.GetProperty("variance").GetDouble()).Within(Percent).Percent);
        if (moments.Count > 1) Assert.That(moments.SampleVariance, Is.EqualTo(row.GetProperty("sampleVariance").GetDouble()).Within(Percent).Percent);
    }

    [TestCaseSource(nameof(Rows))]
    public void Add_TwoHalves_EqualsTheWhole(JsonElement row)
    {
        double[] values = Fixture.ArrayOf<double>(row.GetProperty("values"));
        var (first, second, whole) = (Of(values[..(values.Length / 2)]), Of(values[(values.Length / 2)..]), Of(values));
        first.Add(second);
        Assert.That((first.Count, first.Mean), Is.EqualTo((whole.Count, whole.Mean)).Within(1e-12));
        Assert.That(first.Variance, Is.EqualTo(whole.Variance).Within(1e-10));
    }

    /// <summary>The textbook form, mean of squares less square of mean, keeps no digit here.</summary>
    [Test]
    public void Variance_SmallBesideTheMean_KeepsItsDigits() => Assert.That(Of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).SampleVariance, Is.EqualTo(30));

    [Test]
    public void Add_RestoredFromItsNumbers_GoesOnTheSame()
    {
        var original = Of([1, 2, 4]);
        var restored = new RunningMoments(original.Count, original.Mean, original.SquaredDeviations);
        original.Add(9);
        restored.Add(9);
        Assert.That((restored.Mean, restored.Variance), Is.EqualTo((original.Mean, original.Variance)));
    }

    [Test]
    public void Mean_OfNothing_IsNaN()
    {
        RunningMoments moments = default;
        Assert.That(new[] { moments.Mean, moments.Variance, moments.SampleVariance }, Is.All.NaN);
    }

    private static RunningMoments Of(double[] values)
    {
        RunningMoments moments = default;
        foreach (double value in values) moments.Add(value);
        return moments;
    }
}
