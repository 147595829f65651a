namespace EnvHub.Evaluation.Tests;

/// <summary>The truth: remission times in weeks under 6-mercaptopurine (Freireich et al., 1963), the example of the textbooks; censored ones are negative here.</summary>
public sealed class KaplanMeierTests
{
    private static readonly double[] Weeks = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

    private static readonly KaplanMeier Remission = Of(Weeks);

    // Products of (1 - events / at risk): 18/21, 16/17, 14/15, 11/12, 10/11, 6/7, 5/6.
    [TestCase(5.9, 1.0)]
    [TestCase(6, 0.8571)]
    [TestCase(7, 0.8067)]
    [TestCase(12.9, 0.7529)]
    [TestCase(13, 0.6902)]
    [TestCase(16, 0.6275)]
    [TestCase(22, 0.5378)]
    [TestCase(35, 0.4482)]
    public void Share_PublishedTimes_IsThePublishedShare(double weeks, double share) => Assert.That(Remission.Share(weeks), Is.EqualTo(share).Within(5e-5));

    [Test]
    public void Median_PublishedTimes_IsThePublishedMedian() => Assert.That(Remission.Median, Is.EqualTo(23));

    [Test]
    public void Median_FewerThanHalfSucceed_IsNull() => Assert.That(Of([3, -8, -8]).Median, Is.Null);

    [Test]
    public void RestrictedMean_NoneCensored_IsTheMean() => Assert.That(Of([1, 2, 6]).RestrictedMean(6), Is.EqualTo(3).Within(1e-12));

    [Test]
    public void RestrictedMean_AllCensored_IsTheHorizon() => Assert.That(Of([-8, -8]).RestrictedMean(8), Is.EqualTo(8));

    // Shares: 1 to week 3, then 2/3, to the horizon of 6.
    [Test]
    public void RestrictedMean_OneOfThree_IsTheAreaUnderTheSteps() => Assert.That(Of([3, -8, -8]).RestrictedMean(6), Is.EqualTo(3 + 2.0).Within(1e-12));

    [Test]
    public void RestrictedMean_AtOnce_CountsNothing() => Assert.That(Of([0, 0, -10, -10]).RestrictedMean(10), Is.EqualTo(5).Within(1e-12), "it happened before the first step for half");

    private static KaplanMeier Of(double[] times) => new([.. times.Select(Math.Abs)], [.. times.Select(time => time >= 0)]);
}
