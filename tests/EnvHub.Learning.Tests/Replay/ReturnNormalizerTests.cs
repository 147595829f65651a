namespace EnvHub.Learning.Tests;

public class ReturnNormalizerTests
{
    [Test]
    public void Scale_TwoEpisodes_IsTheDeviationOfAllRunningReturns()
    {
        var returns = new ReturnNormalizer(1, 0.5);
        returns.Add(0, 1, ended: false);
        returns.Add(0, 1, ended: true);
        returns.Add(0, 4, ended: false);
        Assert.That(returns.Scale, Is.EqualTo(Deviation(1, 1.5, 4)).Within(1e-12));
    }

    [Test]
    public void Scale_TwoCopies_AccumulatesEachOnItsOwn()
    {
        var returns = new ReturnNormalizer(2, 0.5);
        returns.Add(0, 2, ended: false);
        returns.Add(1, 10, ended: false);
        returns.Add(0, 2, ended: false);
        returns.Add(1, 10, ended: false);
        Assert.That(returns.Scale, Is.EqualTo(Deviation(2, 10, 3, 15)).Within(1e-12));
    }

    [Test]
    public void Scale_RewardsTimesHundred_IsHundredTimes()
    {
        var (returns, larger) = (new ReturnNormalizer(1, 0.9), new ReturnNormalizer(1, 0.9));
        for (int i = 0; i < 50; i++)
        {
            returns.Add(0, i % 7, ended: i % 10 == 9);
            larger.Add(0, 100 * (i % 7), ended: i % 10 == 9);
        }
        Assert.That(larger.Scale, Is.EqualTo(100 * returns.Scale).Within(1e-9));
    }

    [Test]
    public void Scale_NothingSeen_IsOne() => Assert.That(new ReturnNormalizer(1, 0.9).Scale, Is.EqualTo(1));

    [Test]
    public void Scale_NoReward_IsOne()
    {
        var returns = new ReturnNormalizer(1, 0.9);
        for (int i = 0; i < 10; i++) returns.Add(0, 0, ended: false);
        Assert.That(returns.Scale, Is.EqualTo(1));
    }

    private static double Deviation(params double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));
}
