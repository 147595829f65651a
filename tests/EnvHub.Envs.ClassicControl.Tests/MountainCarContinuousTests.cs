namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class MountainCarContinuousTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new MountainCarContinuous(count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new MountainCarContinuous(count, new MountainCarContinuousSettings { MaxEpisodeSteps = limit ?? -1 });

    protected override int Steps => 2100;                    // the limit is 999, and random actions do not reach the goal

    [Test]
    public void Step_PushAlongTheVelocity_ReachesTheGoalForAHundredLessTheCost()
    {
        using var rollout = Rollout.Of(Create(count: 1), seed: 7);
        int steps = 0;
        do
        {
            rollout.Arena.ActionElements[0] = rollout.Arena.Observations[1] >= 0 ? 1 : -1;
            rollout.Step();
        }
        while (++steps < 200 && !rollout.Arena.Terminated[0]);
        Assert.That(rollout.Arena.FinalObservations[0], Is.AtLeast(0.45f));
        Assert.That(rollout.Arena.Rewards[0], Is.EqualTo(99.9));
    }

    [Test]
    public void Step_ActionBeyondTheLimit_MovesAsTheLimitButCostsItsOwnSquare()
    {
        using Rollout far = Rollout.Of(Create(count: 1), seed: 7), near = Rollout.Of(Create(count: 1), seed: 7);
        (far.Arena.ActionElements[0], near.Arena.ActionElements[0]) = (3, 1);
        far.Step();
        near.Step();
        Assert.That(far.Arena.Observations[1], Is.EqualTo(near.Arena.Observations[1]).Within(1e-9));
        Assert.That((far.Arena.Rewards[0], near.Arena.Rewards[0]), Is.EqualTo((-0.9, -0.1)));
    }

    [Test]
    public void Step_AgainstTheWall_StopsThere()
    {
        var settings = new MountainCarContinuousSettings { MinPositionStart = -1.2, MaxPositionStart = -1.2, Gravity = 0 };
        using var rollout = Rollout.Of(new MountainCarContinuous(count: 1, settings), seed: 7);
        rollout.Arena.ActionElements[0] = -1;
        rollout.Step();
        Assert.That(rollout.Arena.Observations.ToArray(), Is.EqualTo(new[] { -1.2f, 0f }));
    }

    [Test]
    public void Of_Defaults_HaveGymnasiumsLimitThresholdAndBounds()
    {
        var spec = MountainCarContinuousSpec.Of(new MountainCarContinuousSettings());
        Assert.That((spec.MaxEpisodeSteps, spec.RewardThreshold), Is.EqualTo((999, 90)));
        var box = (BoxSpace)spec.ObservationSpace;
        Assert.That((box.Low.ToArray(), box.High.ToArray()), Is.EqualTo((new[] { -1.2f, -0.07f }, new[] { 0.6f, 0.07f })));
    }
}
