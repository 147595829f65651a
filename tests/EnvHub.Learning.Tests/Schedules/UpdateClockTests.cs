namespace EnvHub.Learning.Tests;

public class UpdateClockTests
{
    [Test]
    public void Advance_CleanRlSettings_UpdatesEveryTenthStepAfterTheStart()
    {
        var clock = new UpdateClock(new QLearningOptions { LearningStarts = 10_000, TrainFrequency = 10 }, 500_000, copies: 1);
        // Steps 10,010 to 500,000.
        Assert.That(UpdatesOver(clock, 500_000), Is.EqualTo(49_000));
    }

    [Test]
    public void Advance_ZooSettings_ManyUpdatesPerPhase()
    {
        var clock = new UpdateClock(new QLearningOptions { LearningStarts = 1_000, TrainFrequency = 256, GradientSteps = 128 }, 50_000, copies: 1);
        // Phases at 256k for k = 4 to 195.
        Assert.That(UpdatesOver(clock, 50_000), Is.EqualTo(192 * 128));
    }

    [Test]
    public void Advance_MinusOne_AsManyUpdatesAsSteps()
    {
        var clock = new UpdateClock(new QLearningOptions { LearningStarts = 0, TrainFrequency = 4, GradientSteps = -1 }, 1_000, copies: 1);
        Assert.That(UpdatesOver(clock, 1_000), Is.EqualTo(1_000));
    }

    [Test]
    public void Advance_MoreCopiesThanTheFrequency_KeepsUpdatesPerStep()
    {
        var clock = new UpdateClock(new QLearningOptions { LearningStarts = 0, TrainFrequency = 4 }, 6_400, copies: 64);
        Assert.That(UpdatesOver(clock, 100), Is.EqualTo(1_600));
    }

    [Test]
    public void IsTargetDue_CountedInSteps_EveryInterval()
    {
        var options = new QLearningOptions { TargetUpdate = new() { Interval = 500, Unit = TargetUpdateUnit.Steps } };
        var clock = new UpdateClock(options, 10_000, copies: 1);
        var due = new List<long>();
        for (int i = 0; i < 1_600; i++)
        {
            clock.Advance();
            if (clock.IsTargetDue) due.Add(clock.Steps);
        }
        Assert.That(due, Is.EqualTo(new long[] { 500, 1_000, 1_500 }));
    }

    [Test]
    public void Epsilon_CleanRlSettings_FallsFromTheFirstStep()
    {
        var clock = new UpdateClock(new QLearningOptions { ExplorationFraction = 0.5 }, 500_000, copies: 1);
        UpdatesOver(clock, 125_000);
        Assert.That(clock.Epsilon, Is.EqualTo(0.525).Within(1e-12));
    }

    [Test]
    public void Epsilon_RandomUntilLearningStarts_IsOneUntilThen()
    {
        var clock = new UpdateClock(new QLearningOptions { RandomUntilLearningStarts = true, ExplorationFraction = 0.5 }, 10_000, copies: 1);
        UpdatesOver(clock, 999);
        Assert.That(clock.Epsilon, Is.EqualTo(1));
        clock.Advance();
        Assert.That(clock.Epsilon, Is.EqualTo(0.81).Within(1e-12));
    }

    [Test]
    public void LearningRate_NoEnd_IsConstant()
    {
        var clock = new UpdateClock(new QLearningOptions { LearningRate = 2.5e-4, LearningRateEnd = null }, 1_000, copies: 1);
        UpdatesOver(clock, 900);
        Assert.That(clock.LearningRate, Is.EqualTo(2.5e-4f));
    }

    [Test]
    public void LearningRate_DefaultEnd_FallsToZero()
    {
        var clock = new UpdateClock(new QLearningOptions(), 1_000, copies: 1);
        UpdatesOver(clock, 750);
        Assert.That(clock.LearningRate, Is.EqualTo(2.5e-4f).Within(1e-9));
    }

    private static long UpdatesOver(UpdateClock clock, int rounds)
    {
        long updates = 0;
        for (int i = 0; i < rounds; i++) updates += clock.Advance();
        return updates;
    }
}
