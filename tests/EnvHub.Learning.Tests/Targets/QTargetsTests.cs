namespace EnvHub.Learning.Tests;

public class QTargetsTests
{
    private static readonly float[] Rewards = [1, -2, 0.5f];
    private static readonly float[] Discounts = [0.9f, 0, 0.5f];              // the second task ended
    private static readonly float[] NextValues = [1, 4, 9, 9, -3, -1];        // [3, 2]
    private static readonly float[] NextChoices = [2, 1, 0, 5, 7, 7];         // [3, 2]

    [Test]
    public void MaxQ_ThreeTransitions_RewardPlusDiscountedMaximum()
    {
        var targets = new float[3];
        QTargets.MaxQ(Rewards, Discounts, NextValues, targets);
        Assert.That(targets, Is.EqualTo(new[] { 1 + 0.9f * 4, -2, 0.5f + 0.5f * -1 }));
    }

    [Test]
    public void DoubleQ_NetworksDisagree_TargetValuesTheOnlineChoice()
    {
        var targets = new float[3];
        QTargets.DoubleQ(Rewards, Discounts, NextValues, NextChoices, targets);
        Assert.That(targets, Is.EqualTo(new[] { 1 + 0.9f * 1, -2, 0.5f + 0.5f * -3 }));   // equal choices: the first
    }
}
