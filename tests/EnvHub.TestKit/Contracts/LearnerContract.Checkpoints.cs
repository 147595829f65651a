using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <content>What a learner writes is all that its future depends on, and what it refuses leaves no trace.</content>
public abstract partial class LearnerContract
{
    // Random points lie within episodes and within n-step windows: an episode lasts ten rounds on average.
    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void Load_AtARandomPoint_GoesOnWithTheSameBits(ulong draw)
    {
        int point = (int)new RandomGenerator(draw).Integers(WarmUpRounds) + 1;
        using Run straight = Start(seed: 12), feeds = Start(seed: 12), resumed = Start(seed: 13);
        straight.Advance(point);
        // These feeds come as far as those of 'straight'; the learner behind them will be the loaded one.
        feeds.Advance(point);
        resumed.Learner.Load(straight.State());
        AssertGoOnAlike(straight, resumed.Learner, feeds.Feeds);
    }

    [Test]
    public void Load_OverALearnerThatWentOn_GoesOnWithTheSameBits()
    {
        using Run straight = Start(seed: 12), feeds = Start(seed: 12), resumed = Start(seed: 12);
        straight.Advance(WarmUpRounds);
        feeds.Advance(WarmUpRounds);
        resumed.Advance(WarmUpRounds + Rounds);
        resumed.Learner.Load(straight.State());
        AssertGoOnAlike(straight, resumed.Learner, feeds.Feeds);
    }

    [Test]
    public void Load_BeforeTheFirstRound_GoesOnWithTheSameBits()
    {
        using Run straight = Start(seed: 12), feeds = Start(seed: 12), resumed = Start(seed: 13);
        resumed.Advance(WarmUpRounds);
        resumed.Learner.Load(straight.State());
        AssertGoOnAlike(straight, resumed.Learner, feeds.Feeds);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Load_FaultyArray_IsRefusedAndChangesNothing(bool isMissing)
    {
        using Run source = Start(seed: 15), disturbed = Start(seed: 16);
        source.Advance(WarmUpRounds);
        disturbed.Advance(WarmUpRounds / 2);
        InMemoryCheckpoint saved = source.State(), before = disturbed.State();
        foreach (string name in saved.Names)
        {
            Assert.That(() => disturbed.Learner.Load(new FaultyCheckpoint(saved, name, isMissing)), Throws.InstanceOf<HubException>(), name);
            Assert.That(disturbed.State().DifferencesFrom(before), Is.Empty, $"after '{name}' was refused");
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Policy_LoadOfAFaultyArray_IsRefusedAndChangesNothing(bool isMissing)
    {
        using Run source = Start(seed: 15), disturbed = Start(seed: 16);
        var saved = new InMemoryCheckpoint();
        source.Learner.Policy.Save(saved);
        var before = disturbed.State();
        foreach (string name in saved.Names)
            Assert.That(() => disturbed.Learner.Policy.Load(new FaultyCheckpoint(saved, name, isMissing)), Throws.InstanceOf<HubException>(), name);
        Assert.That(disturbed.State().DifferencesFrom(before), Is.Empty);
    }

    private void AssertGoOnAlike(Run straight, ILearner resumed, IReadOnlyList<SyntheticTask> feeds)
    {
        for (int round = 0; round < WarmUpRounds; round++)
        {
            straight.Advance(1);
            Run.Advance(resumed, feeds, 1);
            Assert.That(Run.MeasuresOf(resumed, feeds.Count), Is.EqualTo(Run.MeasuresOf(straight.Learner, feeds.Count)), $"round {round}");
            for (int task = 0; task < feeds.Count; task++)
                Assert.That(feeds[task].ActionElements().AsSpan().SequenceEqual(straight.Feeds[task].ActionElements()), $"task {task}, round {round}");
        }
        var state = new InMemoryCheckpoint();
        resumed.Save(state);
        Assert.That(state.DifferencesFrom(straight.State()), Is.Empty);
    }
}
