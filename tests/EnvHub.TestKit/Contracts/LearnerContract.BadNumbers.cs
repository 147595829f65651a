using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>What a learner refuses.</content>
public abstract partial class LearnerContract
{
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Observe_RewardNotFinite_ThrowsNamingTheTaskAndStoresNothing(double reward)
    {
        using var run = Start(seed: 15);
        run.Advance(WarmUpRounds);
        var before = run.State();
        var rewards = new double[Copies];
        rewards[Copies - 1] = reward;
        Assert.That(() => run.Learner.Observe(0, run.Transitions(rewards: rewards)), Throws.InstanceOf<HubException>().With.Message.Contains(run.Tasks[0].Name));
        Assert.That(run.State().DifferencesFrom(before), Is.Empty);
    }

    [Test]
    public void Observe_NextObservationNaN_ThrowsNamingTheTaskAndStoresNothing()
    {
        using var run = Start(seed: 16);
        run.Advance(WarmUpRounds);
        var before = run.State();
        var next = new float[run.Feeds[0].Observations.Length];
        next[^1] = float.NaN;
        Assert.That(() => run.Learner.Observe(0, run.Transitions(next: next)), Throws.InstanceOf<HubException>().With.Message.Contains(run.Tasks[0].Name));
        Assert.That(run.State().DifferencesFrom(before), Is.Empty);
    }
}
