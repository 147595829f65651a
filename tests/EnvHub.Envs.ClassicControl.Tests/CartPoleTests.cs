namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class CartPoleTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new CartPole(count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new CartPole(count, new CartPoleSettings { MaxEpisodeSteps = limit ?? -1 });

    [Test]
    public void Step_ConstantPushRight_TerminatesWithoutTruncating()
    {
        using var rollout = Rollout.Of(Create(count: 1), seed: 7);
        var end = rollout.StepUntilEnd(action: 1);
        Assert.That((end.Terminated, end.Truncated), Is.EqualTo((true, false)));
        Assert.That(end.Steps, Is.InRange(8, 11));                             // Gymnasium, seeds 0..999: 8 to 11
    }

    [Test]
    public void Step_FallOnTheLimit_SetsBothFlags()
    {
        using var free = Rollout.Of(Create(count: 1), seed: 7);
        int steps = free.StepUntilEnd(action: 1).Steps;
        using var limited = Rollout.Of(CreateWithLimit(count: 1, steps), seed: 7);
        Assert.That(limited.StepUntilEnd(action: 1), Is.EqualTo(new EpisodeEnd(steps, Terminated: true, Truncated: true)));
    }

    [Test]
    public void Step_SuttonBartoReward_IsMinusOneAtTheFallAlone()
    {
        using var rollout = Rollout.Of(new CartPole(count: 1, new CartPoleSettings { SuttonBartoReward = true }), seed: 7);
        rollout.Arena.Actions.Fill(1);
        rollout.Step();
        Assert.That(rollout.Arena.Rewards[0], Is.Zero);
        rollout.StepUntilEnd(action: 1);
        Assert.That(rollout.Arena.Rewards[0], Is.EqualTo(-1));
    }

    [Test]
    public void Step_NegativeForce_SwapsTheActions()
    {
        var settings = new CartPoleSettings { Force = -10 };
        using Rollout swapped = Rollout.Of(new CartPole(count: 1, settings), seed: 7), usual = Rollout.Of(Create(count: 1), seed: 7);
        Assert.That(swapped.StepUntilEnd(action: 0), Is.EqualTo(usual.StepUntilEnd(action: 1)));
        Assert.That(swapped.Arena.FinalObservations.ToArray(), Is.EqualTo(usual.Arena.FinalObservations.ToArray()));
    }

    [Test]
    public void Step_VersionZero_IsVersionOneUntilItsOwnLimit()
    {
        using Rollout zero = Rollout.Of(new CartPole(count: 3, version: 0), seed: 7), one = Rollout.Of(new CartPole(count: 3), seed: 7);
        Assert.That(zero.Record(steps: 150), Is.EqualTo(one.Record(steps: 150)));
    }

    [TestCase(0, 200, 195)]
    [TestCase(1, 500, 475)]
    public void Of_Version_HasGymnasiumsLimitAndThreshold(int version, int limit, double threshold)
    {
        var spec = CartPoleSpec.Of(new CartPoleSettings(), version);
        Assert.That((spec.Id.ToString(), spec.MaxEpisodeSteps, spec.RewardThreshold), Is.EqualTo(($"CartPole-v{version}", limit, threshold)));
    }

    [Test]
    public void Of_Defaults_HaveGymnasiumsBounds()
    {
        var box = (BoxSpace)CartPoleSpec.Of(new CartPoleSettings(), version: 1).ObservationSpace;
        Assert.That(box.High.ToArray(), Is.EqualTo(new[] { 4.8f, float.PositiveInfinity, 0.41887903f, float.PositiveInfinity }));
        Assert.That(box.Low.ToArray(), Is.EqualTo(box.High.ToArray().Select(high => -high)));
    }

    [TestCase(1), TestCase(3), TestCase(4), TestCase(5), TestCase(257)]         // around and far from a vector's width
    public void Step_AnyCount_MatchesTheScalarReference(int count)
    {
        using var rollout = Rollout.Of(Create(count), seed: 7);
        var references = Enumerable.Range(0, count).Select(i => new ScalarCartPole(seed: 7 + (ulong)i)).ToArray();
        for (int step = 0; step < 200; step++)
        {
            rollout.StepRandomly();
            for (int i = 0; i < count; i++)
            {
                references[i].Step(rollout.Arena.Actions[i]);
                if (rollout.Arena.Terminated[i]) references[i].Reset();
            }
            Assert.That(rollout.Arena.Observations.ToArray(), Is.EqualTo(references.SelectMany(r => r.Observation)), $"step {step}");
        }
    }
}
