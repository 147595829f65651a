namespace EnvHub.Envs.ToyText.Tests;

public sealed class BlackjackTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new Blackjack(count);

    [Test]
    public void Step_Stick_Terminates()
    {
        using var rollout = Rollout.Of(Create(count: 1), seed: 7);
        Assert.That(rollout.StepUntilEnd(action: 0), Is.EqualTo(new EpisodeEnd(Steps: 1, Terminated: true, Truncated: false)));
    }

    [Test]
    public void Step_AlwaysHit_EndsInABust()
    {
        using var rollout = Rollout.Of(Create(count: 1), seed: 7);
        rollout.StepUntilEnd(action: 1);
        Assert.That(rollout.Arena.Rewards[0], Is.EqualTo(-1));
        Assert.That(rollout.Arena.FinalObservations[0], Is.GreaterThan(21));
    }

    [Test]
    public void Step_LimitOfOne_Truncates()
    {
        using var rollout = Rollout.Of(new Blackjack(count: 1, new BlackjackSettings { MaxEpisodeSteps = 1 }), seed: 7);
        rollout.StepUntilEnd(action: 1);
        Assert.That(rollout.Arena.Truncated[0], Is.True);
    }

    [TestCase(true, false, 1.0)]
    [TestCase(true, true, 1.0)]
    [TestCase(false, true, 1.5)]
    public void Step_StickOnANatural_PaysByTheRules(bool suttonBarto, bool natural, double most)
    {
        using var rollout = Rollout.Of(new Blackjack(count: 64, new BlackjackSettings { SuttonBarto = suttonBarto, Natural = natural }), seed: 7);
        double best = -1;
        rollout.Arena.Actions.Clear();
        for (int step = 0; step < 100; step++)
        {
            rollout.Step();
            foreach (double reward in rollout.Arena.Rewards) best = Math.Max(best, reward);
        }
        Assert.That(best, Is.EqualTo(most));
    }
}
