namespace EnvHub.Envs.ToyText.Tests;

public sealed class FrozenLakeTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new FrozenLake(count);

    // A lake without holes, whose goal is farther than the tests' limit.
    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new FrozenLake(count, new FrozenLakeSettings { Map = ["SFFFFFFFFG"], MaxEpisodeSteps = limit ?? -1 });

    protected override bool HasRandomStart => false;

    [Test]
    public void Step_SafeWay_ReachesTheGoal()
    {
        using var rollout = Rollout.Of(new FrozenLake(count: 1, new FrozenLakeSettings { IsSlippery = false }), seed: 7);
        foreach (int action in (int[])[1, 1, 2, 2, 1, 2])
        {
            rollout.Arena.Actions[0] = action;
            rollout.Step();
        }
        Assert.That((rollout.Arena.FinalObservations[0], rollout.Arena.Rewards[0], rollout.Arena.Terminated[0]), Is.EqualTo((15f, 1.0, true)));
    }

    [Test]
    public void Info_Slippery_TellsTheChance()
    {
        using var environment = new FrozenLake(count: 1, new FrozenLakeSettings { SuccessRate = 0.5 });
        using var rollout = Rollout.Of(environment, seed: 7);
        Assert.That(environment.Info(0).ToJsonString(), Is.EqualTo("""{"prob":1}"""));
        rollout.StepRandomly();
        Assert.That((double)environment.Info(0)["prob"]!, Is.EqualTo(0.5).Or.EqualTo(0.25));
    }

    [Test]
    public void Info_AtAnEnd_HasTheOldEpisodesToo()
    {
        using var environment = new FrozenLake(count: 1, new FrozenLakeSettings { Map = ["SG"], IsSlippery = false });
        using var rollout = Rollout.Of(environment, seed: 7);
        environment.Info(0);
        rollout.StepUntilEnd(action: 2);
        Assert.That(environment.Info(0).ToJsonString(), Is.EqualTo("""{"prob":1,"final_info":{"prob":1}}"""));
        rollout.Arena.Actions[0] = 0;
        rollout.Step();
        Assert.That(environment.Info(0).ContainsKey("final_info"), Is.False);
    }

    [TestCase(false, "FrozenLake-v1", 100, 0.7, 16)]
    [TestCase(true, "FrozenLake8x8-v1", 200, 0.85, 64)]
    public void Of_Defaults_HaveGymnasiumsLimitThresholdAndSize(bool isLarge, string id, int limit, double threshold, int states)
    {
        using var environment = new FrozenLake(count: 1, isLarge: isLarge);
        var spec = environment.Spec;
        Assert.That((spec.Id.ToString(), spec.MaxEpisodeSteps, spec.RewardThreshold), Is.EqualTo((id, limit, threshold)));
        Assert.That(spec.ObservationSpace, Is.EqualTo(new DiscreteSpace(states)));
    }

    [Test]
    public void Create_NoWayToTheGoal_IsRefused() => Assert.That(
        () => new FrozenLake(count: 1, new FrozenLakeSettings { MapName = null, MapFrozen = 0 }),
        Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH4301"));
}
