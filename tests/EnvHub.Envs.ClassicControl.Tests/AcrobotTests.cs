namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class AcrobotTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new Acrobot(count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new Acrobot(count, new AcrobotSettings { MaxEpisodeSteps = limit ?? -1 });

    // Without torque the mechanical energy stays; Runge-Kutta of fourth order at 0.01 s loses far less than the tolerance.
    [Test]
    public void Step_NoTorque_KeepsTheEnergy()
    {
        var settings = new AcrobotSettings { TimeStep = 0.01, InitialAngleLower = 0.8, InitialAngleUpper = 0.9, MaxEpisodeSteps = -1 };
        using var rollout = Rollout.Of(new Acrobot(count: 1, settings), seed: 7);
        double start = Energy(rollout.Arena.Observations);
        rollout.Arena.Actions.Fill(1);
        for (int step = 0; step < 500; step++) rollout.Step();
        Assert.That(Energy(rollout.Arena.Observations), Is.EqualTo(start).Within(1e-3));
    }

    [Test]
    public void Step_TipAboveTheBar_TerminatesAtNoCost()
    {
        // With both angles at 1.8 rad the tip is 1.1 m above the pivot, and in 0.01 s it cannot fall below 1 m.
        var settings = new AcrobotSettings { InitialAngleLower = 1.8, InitialAngleUpper = 1.85, TimeStep = 0.01 };
        using var rollout = Rollout.Of(new Acrobot(count: 1, settings), seed: 7);
        Assert.That(rollout.StepUntilEnd(action: 1), Is.EqualTo(new EpisodeEnd(Steps: 1, Terminated: true, Truncated: false)));
        Assert.That(rollout.Arena.Rewards[0], Is.Zero);
    }

    [Test]
    public void Step_TorqueNoise_DrawsFromTheCopysGenerator()
    {
        var settings = new AcrobotSettings { TorqueNoiseMax = 0.5 };
        using Rollout one = Rollout.Of(new Acrobot(count: 3, settings), seed: 7), two = Rollout.Of(new Acrobot(count: 1, settings), seed: 8);
        Assert.That(two.Record(steps: 100)[0], Is.EqualTo(one.Record(steps: 100)[1]));
    }

    [Test]
    public void Of_Defaults_HaveGymnasiumsBounds()
    {
        var box = (BoxSpace)AcrobotSpec.Of(new AcrobotSettings()).ObservationSpace;
        Assert.That(box.High.ToArray(), Is.EqualTo(new[] { 1f, 1, 1, 1, 12.566371f, 28.274334f }));
        Assert.That(box.Low.ToArray(), Is.EqualTo(box.High.ToArray().Select(high => -high)));
    }

    // Two rods of 1 kg and 1 m with centres of mass at half their length and moments of inertia 1 about them, hung at the origin.
    private static double Energy(ReadOnlySpan<float> o)
    {
        double theta1 = Math.Atan2(o[1], o[0]), theta12 = theta1 + Math.Atan2(o[3], o[2]), speed1 = o[4], speed12 = speed1 + o[5];
        double potential = -9.8 * (0.5 * Math.Cos(theta1) + Math.Cos(theta1) + 0.5 * Math.Cos(theta12));
        double elbow = speed1 * speed1 + 0.25 * speed12 * speed12 + speed1 * speed12 * Math.Cos(theta12 - theta1);
        double kinetic = 0.5 * (0.25 * speed1 * speed1 + elbow) + 0.5 * (speed1 * speed1 + speed12 * speed12);
        return potential + kinetic;
    }
}
