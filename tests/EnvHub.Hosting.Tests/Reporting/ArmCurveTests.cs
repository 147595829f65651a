using EnvHub.Evaluation;

namespace EnvHub.Hosting.Tests;

public sealed class ArmCurveTests
{
    [Test]
    public void Of_SeedsEvaluatedAtOtherSteps_AveragesStraightLines()
    {
        var curve = ArmCurve.Of([Trial(1, [0, 100, 200], [0, 10, 20]), Trial(2, [0, 50, 200], [4, 4, 10])]).Single();

        Assert.That((curve.Arm, curve.Task, curve.Seeds), Is.EqualTo(("arm", "task", 2)));
        // The second seed's line passes (100, 6), the first one's (50, 5).
        Assert.That(curve.Points.Select(point => (point.Steps, point.Mean.Estimate)), Is.EqualTo(new[] { (0L, 2.0), (50, 4.5), (100, 8.0), (200, 15.0) }));
    }

    [Test]
    public void Of_SeedThatEndsEarly_EndsWhereAllAre()
    {
        var curve = ArmCurve.Of([Trial(1, [0, 100], [0, 10]), Trial(2, [20, 60], [5, 5])]).Single();

        Assert.That(curve.Points.Select(point => point.Steps), Is.EqualTo(new[] { 20, 60 }));
        Assert.That(curve.Points[0].Mean.Estimate, Is.EqualTo(3.5));
    }

    [Test]
    public void Of_SeedsThatShareNoSteps_HasNoCurve() => Assert.That(ArmCurve.Of([Trial(1, [0, 10], [0, 10]), Trial(2, [20, 60], [5, 5])]), Is.Empty);

    [Test]
    public void Of_Seeds_IntervalLiesBetweenTheWorstAndTheBest()
    {
        var point = ArmCurve.Of([.. Enumerable.Range(1, 8).Select(seed => Trial(seed, [0], [seed]))]).Single().Points.Single();

        Assert.That((point.Mean.Low, point.Mean.High), Is.EqualTo((3.0, 6.0)).Within(0.5), "the mean of 8 has a deviation of 0.81");
    }

    private static TrialCurves Trial(int seed, long[] steps, double[] values) =>
        new(ComparisonTableTests.Record(seed, [("task", 0)]), new Dictionary<string, LearningCurve> { ["task"] = new(steps, values) });
}
