using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>What every learner owes the hub. Derive, give a network backend and a factory, and NUnit runs the suite.</summary>
/// <remarks>The factory must choose settings under which the learner updates within <see cref="WarmUpRounds"/> rounds.</remarks>
public abstract partial class LearnerContract
{
    private const int Copies = 3, Rounds = 150;

    /// <summary>Rounds after which the learner updates regularly and allocates nothing more.</summary>
    protected virtual int WarmUpRounds => 300;

    /// <summary>How many tasks the learner takes.</summary>
    protected abstract LearnerScope Scope { get; }

    /// <summary>Whether several tasks must be alike in observations and actions, as the members of a family are.</summary>
    protected virtual bool NeedsLikeTasks => false;

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
                foreach (int action in run.Feeds[task].Actions) Assert.That(action, Is.InRange(0, run.Learner.Policy.ActionCount(task) - 1));
        }
    }

    [Test]
    public void Learn_AfterWarmUp_HasUpdated()
    {
        using var run = Start(seed: 2);
        var report = run.Advance(WarmUpRounds);
        Assert.That(report.Updates, Is.Positive);
        Assert.That(float.IsFinite(report.Loss), Is.True);
    }

    [Test]
    public void Policy_Act_TakesTheFirstHighestValue()
    {
        using var run = Start(seed: 3);
        run.Advance(WarmUpRounds);
        for (int task = 0; task < run.Tasks.Count; task++)
        {
            int count = run.Learner.Policy.ActionCount(task);
            var (values, actions) = (new float[Copies * count], new int[Copies]);
            run.Learner.Policy.ActionValues(task, run.Feeds[task].Observations, values);
            run.Learner.Policy.Act(task, run.Feeds[task].Observations, actions);
            var expected = values.Chunk(count).Select(row => Array.IndexOf(row, row.Max()));
            Assert.That(actions, Is.EqualTo(expected));
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
            evaluated.Learner.Policy.Act(0, evaluated.Feeds[0].Observations, new int[Copies]);
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
        Assert.That(first.Values(first.Feeds), Is.Not.EqualTo(second.Values(first.Feeds)));
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
}
