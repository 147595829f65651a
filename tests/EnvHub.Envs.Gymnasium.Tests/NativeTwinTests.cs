using EnvHub.Envs.ClassicControl;
using EnvHub.Evaluation;
using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Python environments and their native twins give the same bits for the same seeds and actions.</summary>
public sealed class NativeTwinTests
{
    private const int Steps = 1500;

    private static readonly string[] Ids = ["CartPole-v1", "MountainCar-v0", "Acrobot-v1"];

    [TestCaseSource(nameof(Ids))]
    public void Step_RandomActions_GiveTheNativeTwinsBits(string id)
    {
        using var python = Python(id, 1, new() { Workers = 1 });
        using var native = Native(id, 1);
        Assert.That(TrajectoryHash.Compute(python, 42, Steps), Is.EqualTo(TrajectoryHash.Compute(native, 42, Steps)));
    }

    [Test]
    public void CanSnapshot_PythonEnvironment_IsNeverTrue()
    {
        using var python = Python("CartPole-v1", 1, new() { Workers = 1 });
        IVectorEnvironment vector = python;
        Assert.That(vector is ISnapshotEnvironment { CanSnapshot: true }, Is.False);
    }

    [Test]
    public void Step_SomeCopies_LeavesTheOthersWhereTheyAre()
    {
        using var python = Python("CartPole-v1", 5, new() { Workers = 2 });
        using var three = Python("CartPole-v1", 3, new() { Workers = 1 });
        StepArena all = new(python), some = new(three);
        python.Reset([1, 2, 3, 4, 5], all.Observations);
        three.Reset([1, 3, 5], some.Observations);
        bool[] active = [true, false, true, false, true];
        for (int step = 0; step < 200; step++)
        {
            for (int i = 0; i < 5; i++) all.Actions[i] = active[i] ? (step + i) & 1 : int.MaxValue;
            for (int i = 0; i < 3; i++) some.Actions[i] = (step + 2 * i) & 1;
            python.Step(all.ActionBatch, all.Buffers, active);
            three.Step(some.ActionBatch, some.Buffers);
            Assert.That(Rows(all.Observations, 0, 2, 4), Is.EqualTo(some.Observations.ToArray()));
        }
        Assert.That(Rows(all.FinalObservations, 1, 3), Is.All.Zero);
    }

    [Test]
    public void GeneratorStateOf_AfterAReset_IsWhereFourDrawsLead()
    {
        using var python = Python("CartPole-v1", 2, new());
        var arena = new StepArena(python);
        python.Reset([5, 6], arena.Observations);
        var random = new RandomGenerator(6);
        for (int i = 0; i < 4; i++) random.Uniform(-0.05, 0.05);
        Assert.That(python.GeneratorStateOf(1), Is.EqualTo(random.State));
    }

    private static float[] Rows(ReadOnlySpan<float> values, params int[] rows)
    {
        float[] copy = values.ToArray();
        return [.. rows.SelectMany(row => copy.Skip(row * 4).Take(4))];
    }

    private static GymnasiumVector Python(string id, int count, GymnasiumSettings settings) => new(id, count, RealWorkers.With(settings));

    private static IVectorEnvironment Native(string id, int count) => id switch
    {
        "CartPole-v1" => new CartPole(count),
        "MountainCar-v0" => new MountainCar(count),
        _ => new Acrobot(count),
    };
}
