using EnvHub.Numerics;

namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class MountainCarTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new MountainCar(count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new MountainCar(count, new MountainCarSettings { MaxEpisodeSteps = limit ?? -1 });

    [Test]
    public void Step_PushAlongTheVelocity_ReachesTheGoal()
    {
        using var rollout = Rollout.Of(Create(count: 1), seed: 7);
        int steps = 0;
        do
        {
            rollout.Arena.Actions[0] = rollout.Arena.Observations[1] >= 0 ? 2 : 0;
            rollout.Step();
        }
        while (++steps < 200 && !rollout.Arena.Terminated[0]);
        Assert.That(rollout.Arena.FinalObservations[0], Is.AtLeast(0.5f));
    }

    [Test]
    public void Step_AgainstTheWall_StopsThere()
    {
        var settings = new MountainCarSettings { MinPositionStart = -1.2, MaxPositionStart = -1.2, Gravity = 0 };
        using var rollout = Rollout.Of(new MountainCar(count: 1, settings), seed: 7);
        rollout.Arena.Actions[0] = 0;
        rollout.Step();
        Assert.That(rollout.Arena.Observations.ToArray(), Is.EqualTo(new[] { -1.2f, 0f }));
    }

    [Test]
    public void Of_Defaults_HaveGymnasiumsBounds()
    {
        var box = (BoxSpace)MountainCarSpec.Of(new MountainCarSettings()).ObservationSpace;
        Assert.That((box.Low.ToArray(), box.High.ToArray()), Is.EqualTo((new[] { -1.2f, -0.07f }, new[] { 0.6f, 0.07f })));
    }

    [TestCase(1), TestCase(3), TestCase(4), TestCase(5), TestCase(257)]         // around and far from a vector's width
    public void Step_AnyCount_MatchesTheScalarReference(int count)
    {
        using var rollout = Rollout.Of(Create(count), seed: 7);
        var references = Enumerable.Range(0, count)
            .Select(i => (Position: new RandomGenerator(7 + (ulong)i).Uniform(-0.6, -0.4), Velocity: 0.0)).ToArray();
        for (int step = 1; step < 200; step++)
        {
            rollout.StepRandomly();
            for (int i = 0; i < count; i++) references[i] = Advance(references[i], rollout.Arena.Actions[i]);
            Assert.That(rollout.Arena.Observations.ToArray(),
                Is.EqualTo(references.SelectMany(r => new[] { (float)r.Position, (float)r.Velocity })), $"step {step}");
        }
    }

    private static (double Position, double Velocity) Advance((double Position, double Velocity) s, int action)
    {
        double velocity = Math.Clamp(s.Velocity + ((action - 1) * 0.001 + Math.Cos(3 * s.Position) * -0.0025), -0.07, 0.07);
        double position = Math.Clamp(s.Position + velocity, -1.2, 0.6);
        return (position, position == -1.2 && velocity < 0 ? 0 : velocity);
    }
}
