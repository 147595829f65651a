using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>What every learner owes the hub. Derive, give a network backend and a factory, and NUnit runs the suite.</summary>
/// <remarks>The factory must choose settings under which the learner updates within <see cref="WarmUpRounds"/> rounds.</remarks>
[TestFixture]
public abstract partial class LearnerContract
{
    private const int Copies = 3, Rounds = 150;

    /// <summary>Rounds after which the learner updates regularly and allocates nothing more.</summary>
    protected virtual int WarmUpRounds => 300;

    /// <summary>How many tasks the learner takes.</summary>
    protected abstract LearnerScope Scope { get; }

    /// <summary>Whether several tasks must be alike in observations and actions, as the members of a family are.</summary>
    protected virtual bool NeedsLikeTasks => false;

    /// <summary>Whether the learner takes possible actions alone where the environment says which are. Override where it does not.</summary>
    protected virtual bool HeedsMasks => true;

    /// <summary>Makes the networks.</summary>
    protected abstract INetworkBackend Networks { get; }

    /// <summary>Makes the learner under test.</summary>
    protected abstract ILearner Create(LearnerContext context);

    [Test]
    public void Act_WhileLearning_ActionsAreInRange()
    {
        using var run = Start(seed: 1);
        for (int round = 0; round < WarmUpRounds; round++)
        {
            run.Advance(1);
            for (int task = 0; task < run.Tasks.Count; task++)
            {
                var space = run.Tasks[task].Environment.ActionSpace;
                foreach (float[] action in run.Feeds[task].ActionElements().Chunk(space.ElementSize))
                    Assert.That(space.ContainsElements(action), $"[{string.Join(", ", action)}] is not in {space}");
            }
        }
    }

    [Test]
    public void Act_MasksAreTold_TakesPossibleActionsAlone()
    {
        if (!HeedsMasks || Tasks.Any(task => task.Environment.ActionSpace is not DiscreteSpace)) Assert.Pass("The learner does without masks, or its actions are not discrete.");
        using var run = Start(seed: 18, hasMasks: true);
        for (int round = 0; round < WarmUpRounds; round++)
        {
            run.Advance(1);
            for (int task = 0; task < run.Tasks.Count; task++)
            {
                var (feed, count) = (run.Feeds[task], ((DiscreteSpace)run.Tasks[task].Environment.ActionSpace).Count);
                var greedy = new int[Copies];
                run.Learner.Policy.Act(task, feed.ObservationBatch, greedy);
                for (int copy = 0; copy < Copies; copy++)
                {
                    Assert.That(feed.ActedMasks[copy * count + feed.Actions[copy]], $"round {round}: action {feed.Actions[copy]} is not possible");
                    Assert.That(feed.ObservationBatch.ActionMasks[copy * count + greedy[copy]], $"round {round}: the greedy action {greedy[copy]} is not possible");
                }
            }
        }
    }

    [Test]
    public void Load_MasksAreTold_GoesOnWithTheSameBits()
    {
        if (!HeedsMasks || Tasks.Any(task => task.Environment.ActionSpace is not DiscreteSpace)) Assert.Pass("The learner does without masks, or its actions are not discrete.");
        using Run straight = Start(seed: 19, hasMasks: true), feeds = Start(seed: 19, hasMasks: true), resumed = Start(seed: 20, hasMasks: true);
        straight.Advance(WarmUpRounds);
        feeds.Advance(WarmUpRounds);
        resumed.Learner.Load(straight.State());
        AssertGoOnAlike(straight, resumed.Learner, feeds.Feeds);
        Assert.That(AllocationMeter.Measure(() => straight.Advance(Rounds)), Is.Zero);
    }

    [Test]
    public void Learn_AfterWarmUp_HasUpdated()
    {
        using Run run = Start(seed: 2), fresh = Start(seed: 2);
        run.Advance(WarmUpRounds);
        Assert.That(PolicyOf(run).DifferencesFrom(PolicyOf(fresh)), Is.Not.Empty);
        if (run.Measure(MeasureSpec.Updates) is { } updates) Assert.That(updates, Is.Positive);
        if (run.Measure("loss") is { } loss) Assert.That(double.IsFinite(loss));
    }

    [Test]
    public void Measure_AtAnyTime_WritesEveryValueAndChangesNothing()
    {
        using var run = Start(seed: 17);
        int count = run.Learner.Measures.Sum(measure => measure.CountFor(run.Tasks.Count));
        Assert.That(run.Learner.Measures.Select(measure => measure.Name), Is.Unique);
        for (int round = 0; round < 2; round++, run.Advance(WarmUpRounds))
        {
            var before = run.State();
            double[] one = [.. Enumerable.Repeat(-123.25, count)], other = [.. Enumerable.Repeat(77.5, count)];
            run.Learner.Measure(one);
            run.Learner.Measure(other);
            Assert.That(other, Is.EqualTo(one), "what it does not write differs");
            Assert.That(one, Has.None.Matches<double>(double.IsInfinity));
            Assert.That(run.State().DifferencesFrom(before), Is.Empty);
        }
        double[] values = new double[count];
        Assert.That(AllocationMeter.Measure(() => run.Learner.Measure(values)), Is.Zero);
    }

    [Test]
    public void Policy_Act_TakesTheFirstHighestValue()
    {
        using var run = Start(seed: 3);
        run.Advance(WarmUpRounds);
        for (int task = 0; task < run.Tasks.Count; task++)
        {
            if (run.Learner.Policy is not IActionValuePolicy policy) Assert.Pass("The policy has no action values.");
            else AssertTakesTheBest(policy, run.Feeds[task], task);
        }
    }

    [Test]
    public void Policy_UsedBetweenRounds_ChangesNothing()
    {
        using Run alone = Start(seed: 4), evaluated = Start(seed: 4);
        alone.Advance(WarmUpRounds);
        for (int round = 0; round < WarmUpRounds; round++)
        {
            evaluated.Advance(1);
            evaluated.Values(evaluated.Feeds);
        }
        Assert.That(alone.State().DifferencesFrom(evaluated.State()), Is.Empty);
    }

    [Test]
    public void Policy_SavedAndLoadedElsewhere_SameValues()
    {
        using Run source = Start(seed: 5), other = Start(seed: 6);
        source.Advance(WarmUpRounds);
        var file = new InMemoryCheckpoint();
        source.Learner.Policy.Save(file);
        other.Learner.Policy.Load(file);
        Assert.That(other.Values(source.Feeds), Is.EqualTo(source.Values(source.Feeds)));
    }

    [Test]
    public void Rounds_SameContext_SameBits()
    {
        using Run first = Start(seed: 7), second = Start(seed: 7);
        first.Advance(WarmUpRounds);
        second.Advance(WarmUpRounds);
        Assert.That(first.State().DifferencesFrom(second.State()), Is.Empty);
    }

    [Test]
    public void Rounds_OtherSeed_OtherWeights()
    {
        using Run first = Start(seed: 8), second = Start(seed: 9);
        // A table starts equal for all seeds; exploration must not.
        first.Advance(Rounds);
        second.Advance(Rounds);
        Assert.That(PolicyOf(first).DifferencesFrom(PolicyOf(second)), Is.Not.Empty);
    }

    [Test]
    public void Rounds_BesideAnotherLearner_SameBits()
    {
        using Run alone = Start(seed: 10), beside = Start(seed: 10), neighbour = Start(seed: 11);
        alone.Advance(WarmUpRounds);
        for (int round = 0; round < WarmUpRounds; round++)
        {
            beside.Advance(1);
            neighbour.Advance(1);
        }
        Assert.That(alone.State().DifferencesFrom(beside.State()), Is.Empty);
    }

    [Test]
    public void Rounds_AfterWarmUp_AllocateNothing()
    {
        using var run = Start(seed: 14);
        run.Advance(WarmUpRounds);
        Assert.That(AllocationMeter.Measure(() => run.Advance(Rounds)), Is.Zero);
    }

    private static void AssertTakesTheBest(IActionValuePolicy policy, SyntheticTask feed, int task)
    {
        int count = policy.ActionCount(task);
        var (values, actions) = (new float[Copies * count], new int[Copies]);
        policy.ActionValues(task, feed.Observations, values);
        policy.Act(task, feed.Observations, actions);
        Assert.That(actions, Is.EqualTo(values.Chunk(count).Select(row => Array.IndexOf(row, row.Max()))));
    }

    private static InMemoryCheckpoint PolicyOf(Run run)
    {
        var weights = new InMemoryCheckpoint();
        run.Learner.Policy.Save(weights);
        return weights;
    }
}
