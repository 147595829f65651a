using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Evaluation.Tests;

public sealed class StratifiedBootstrapTests
{
    private static readonly BootstrapOptions Few = new() { Draws = 200 };

    public static IEnumerable<TestCaseData> Matrices() =>
        Fixture.Matrices().Where(data => ((JsonElement)data.Arguments[0]!).TryGetProperty("bootstrap", out _));

    [TestCaseSource(nameof(Matrices))]
    public void Interval_SameDraws_EqualsNumPys(JsonElement row)
    {
        var expected = row.GetProperty("bootstrap");
        var options = new BootstrapOptions { Draws = expected.GetProperty("draws").GetInt32(), Level = expected.GetProperty("level").GetDouble() };
        var random = new RandomGenerator(expected.GetProperty("seed").GetUInt64());
        var interval = StratifiedBootstrap.Interval(Fixture.ScoresOf(row), Aggregates.InterquartileMean, options, random);
        Assert.That((interval.Estimate, interval.Low, interval.High, interval.Level), Is.EqualTo(
            (row.GetProperty("iqm").GetDouble(), expected.GetProperty("low").GetDouble(), expected.GetProperty("high").GetDouble(), options.Level)).Within(1e-13));
    }

    [Test]
    public void Interval_TasksOfDifferentSize_MixesNoTasks()
    {
        // Within a task all runs are equal, so every draw is the matrix itself.
        var scores = new ScoreMatrix(3, 2, [1, 100, 1, 100, 1, 100]);
        var interval = StratifiedBootstrap.Interval(scores, Aggregates.Mean, Few, new RandomGenerator(1));
        Assert.That((interval.Low, interval.High), Is.EqualTo((50.5, 50.5)));
    }

    [Test]
    public void Interval_SameSeed_IsTheSame()
    {
        var scores = ScoreMatrix.OfTask([1, 2, 5, 9]);
        var first = StratifiedBootstrap.Interval(scores, Aggregates.Mean, Few, new RandomGenerator(3));
        var second = StratifiedBootstrap.Interval(scores, Aggregates.Mean, Few, new RandomGenerator(3));
        Assert.That(first, Is.EqualTo(second));
    }

    [Test]
    public void Interval_SingleRun_HasNoEnds()
    {
        var interval = StratifiedBootstrap.Interval(ScoreMatrix.OfTask([0.5]), Aggregates.Mean, Few, new RandomGenerator(1));
        Assert.That(interval.Estimate, Is.EqualTo(0.5));
        Assert.That(new[] { interval.Low, interval.High }, Is.All.NaN);
    }

    [Test]
    public void Interval_Always_LeavesTheScoresAlone()
    {
        var scores = ScoreMatrix.OfTask([1, 2, 3]);
        StratifiedBootstrap.Interval(scores, Aggregates.Mean, Few, new RandomGenerator(1));
        Assert.That(scores.Scores.ToArray(), Is.EqualTo(new double[] { 1, 2, 3 }));
    }

    /// <summary>Of 200 samples of 20 normal values, 179 intervals of level 0.95 cover the true mean. From 20 runs the percentile bootstrap
    /// is known to be some points too narrow: about 184 are expected.</summary>
    [Test]
    public void Interval_NormalScores_CoversTheTrueMeanAboutAsOftenAsItSays()
    {
        var random = new RandomGenerator(5);
        int covered = 0;
        for (int sample = 0; sample < 200; sample++)
        {
            double[] scores = new double[20];
            for (int i = 0; i < scores.Length; i++) scores[i] = random.Normal(mean: 3, deviation: 2);
            var interval = StratifiedBootstrap.Interval(ScoreMatrix.OfTask(scores), Aggregates.Mean, Few, random);
            if (interval.Low <= 3 && interval.High >= 3) covered++;
        }
        Assert.That(covered, Is.InRange(172, 198));
    }

    [TestCase(0, 0.95), TestCase(10, 0), TestCase(10, 1), TestCase(10, double.NaN)]
    public void Interval_OptionOutsideItsRange_Throws(int draws, double level) => Assert.That(
        () => StratifiedBootstrap.Interval(ScoreMatrix.OfTask([1, 2]), Aggregates.Mean, new BootstrapOptions { Draws = draws, Level = level }, new RandomGenerator(1)),
        Throws.TypeOf<ArgumentOutOfRangeException>());
}
