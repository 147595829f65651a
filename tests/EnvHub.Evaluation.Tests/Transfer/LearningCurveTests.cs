namespace EnvHub.Evaluation.Tests;

public sealed class LearningCurveTests
{
    private static readonly LearningCurve Curve = new([0, 100, 300], [10, 30, 20]);

    [TestCase(9, 0L)]
    [TestCase(30, 100L)]
    [TestCase(30.5, null)]
    public void StepsTo_Threshold_IsTheFirstPointThatReachesIt(double threshold, long? steps) =>
        Assert.That(Curve.StepsTo(threshold), Is.EqualTo(steps));

    // 0..100: mean 20; 100..300: from 30 down to 20, mean 25.
    [TestCase(100, 20.0)]
    [TestCase(300, (100 * 20.0 + 200 * 25.0) / 300)]
    [TestCase(200, (100 * 20.0 + 100 * 27.5) / 200)]
    [TestCase(50, 15.0)]
    public void MeanHeight_ToAStep_IsTheAreaUnderTheLines(long end, double height) => Assert.That(Curve.MeanHeight(end), Is.EqualTo(height).Within(1e-12));

    [Test]
    public void MeanHeight_NotMeasuredAtTheStart_HoldsTheFirstValue() =>
        Assert.That(new LearningCurve([100, 200], [4, 8]).MeanHeight(200), Is.EqualTo((100 * 4.0 + 100 * 6.0) / 200));

    [Test]
    public void AtStart_NotMeasured_IsNull() => Assert.That((Curve.AtStart, new LearningCurve([5], [1]).AtStart), Is.EqualTo(((double?)10, (double?)null)));

    [Test]
    public void Constructor_StepsThatDoNotAscend_Throws() => Assert.That(() => new LearningCurve([0, 0], [1, 2]), Throws.ArgumentException);

    [Test]
    public void Constructor_NoPoint_Throws() => Assert.That(() => new LearningCurve([], []), Throws.ArgumentException);

    [TestCase(10, 1.0), TestCase(20, 3.0), TestCase(15, 2.0), TestCase(50, 2.25), TestCase(60, 2.0)]
    public void ValueAt_Step_IsOnTheStraightLine(long step, double value) => Assert.That(new LearningCurve([10, 20, 60], [1, 3, 2]).ValueAt(step), Is.EqualTo(value));

    [TestCase(9), TestCase(61)]
    public void ValueAt_Outside_Throws(long step) => Assert.That(() => new LearningCurve([10, 20, 60], [1, 3, 2]).ValueAt(step), Throws.TypeOf<ArgumentOutOfRangeException>());
}
