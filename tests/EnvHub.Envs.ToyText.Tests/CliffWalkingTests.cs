namespace EnvHub.Envs.ToyText.Tests;

[TestFixture(false)]
[TestFixture(true)]
public sealed class CliffWalkingTests(bool isSlippery) : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new CliffWalking(count, isSlipperyByDefault: isSlippery);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new CliffWalking(count, new CliffWalkingSettings { IsSlippery = isSlippery, MaxEpisodeSteps = limit ?? -1 });

    protected override int Steps => 3000;                    // random walks are long

    protected override bool HasRandomStart => false;

    [Test]
    public void Of_Defaults_HaveNoLimit()
    {
        using var environment = Create(count: 1);
        Assert.That(environment.Spec.MaxEpisodeSteps, Is.Null);
    }

    [Test]
    public void Step_IntoTheCliff_CostsAHundredAndGoesOnFromTheStart()
    {
        using var rollout = Rollout.Of(Create(count: 1), seed: 7);
        double lowest = 0;
        for (int step = 0; step < 100; step++)
        {
            rollout.Arena.Actions[0] = 1;
            rollout.Step();
            lowest = Math.Min(lowest, rollout.Arena.Rewards[0]);
            if (rollout.Arena.Rewards[0] == -100) Assert.That((rollout.Arena.Observations[0], rollout.Arena.Terminated[0]), Is.EqualTo((36f, false)));
        }
        Assert.That(lowest, Is.EqualTo(-100));
    }
}
