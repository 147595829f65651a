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

    // Two states: whatever is done in the first leads to the second, where the first action earns 1 and the second is not possible. So the first
    // is worth 0.9 · 1, however much a network thinks of what cannot be done.
    [Test]
    public void MaxQ_ImpossibleActionIsValuedMost_CountsThePossibleOne()
    {
        float[] nextValues = [1, 5], masked = new float[1], plain = new float[1];
        QTargets.MaxQ([0], [0.9f], nextValues, masked, [true, false]);
        QTargets.MaxQ([0], [0.9f], nextValues, plain);
        Assert.That(masked, Is.EqualTo(new[] { 0.9f }));
        Assert.That(plain, Is.EqualTo(new[] { 4.5f }));
    }

    [Test]
    public void DoubleQ_OnlineNetworkChoosesWhatIsImpossible_TakesThePossibleOne()
    {
        var targets = new float[2];
        QTargets.DoubleQ([0, 3], [0.9f, 0], [1, 5, 7, 7], [0, 9, 1, 2], targets, [true, false, false, false]);
        Assert.That(targets, Is.EqualTo(new[] { 0.9f, 3 }), "after the task's end there may be none");
    }
}
