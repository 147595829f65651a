namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class PendulumTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new Pendulum(count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new Pendulum(count, new PendulumSettings { MaxEpisodeSteps = limit ?? -1 });

    // Half of θ̇² plus 15·cos θ stays without torque (g 10, l 1: 3g/2l = 15); the method is symplectic, so that it only wavers.
    [Test]
    public void Step_NoTorque_KeepsTheEnergy()
    {
        var settings = new PendulumSettings { TimeStep = 0.001, MaxEpisodeSteps = -1, InitialVelocityMax = 0 };
        using var rollout = Rollout.Of(new Pendulum(count: 1, settings), seed: 7);
        double start = Energy(rollout.Arena.Observations);
        for (int step = 0; step < 2000; step++) rollout.Step();
        Assert.That(Energy(rollout.Arena.Observations), Is.EqualTo(start).Within(0.05));
    }

    [Test]
    public void Step_TorqueBeyondTheLimit_IsClipped()
    {
        using Rollout far = Rollout.Of(Create(count: 1), seed: 7), near = Rollout.Of(Create(count: 1), seed: 7);
        (far.Arena.ActionElements[0], near.Arena.ActionElements[0]) = (100, 2);
        far.Step();
        near.Step();
        Assert.That((far.Arena.Observations.ToArray(), far.Arena.Rewards[0]), Is.EqualTo((near.Arena.Observations.ToArray(), near.Arena.Rewards[0])));
    }

    [Test]
    public void Step_AtRestUpright_CostsNothing()
    {
        using var rollout = Rollout.Of(new Pendulum(count: 1, new PendulumSettings { InitialAngleMax = 0, InitialVelocityMax = 0 }), seed: 7);
        rollout.Step();
        Assert.That(rollout.Arena.Rewards[0], Is.Zero);
    }

    [Test]
    public void Of_Defaults_HaveGymnasiumsBounds()
    {
        var spec = PendulumSpec.Of(new PendulumSettings());
        Assert.That(((BoxSpace)spec.ObservationSpace).High.ToArray(), Is.EqualTo(new[] { 1f, 1, 8 }));
        Assert.That(((BoxSpace)spec.ActionSpace).Low.ToArray(), Is.EqualTo(new[] { -2f }));
    }

    private static double Energy(ReadOnlySpan<float> o) => 0.5 * o[2] * o[2] + 15 * o[0];
}
