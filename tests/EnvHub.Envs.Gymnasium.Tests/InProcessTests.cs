using System.ComponentModel.DataAnnotations;
using EnvHub.Evaluation;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Python in the tests' own process, beside workers: the same bits and messages; and what cannot be.</summary>
public sealed class InProcessTests
{
    private const int Steps = 1000;

    [TestCase("CartPole-v0")]
    [TestCase("CartPole-v1")]
    [TestCase("MountainCar-v0")]
    [TestCase("MountainCarContinuous-v0")]
    [TestCase("Acrobot-v1")]
    [TestCase("Pendulum-v1")]
    [TestCase("FrozenLake-v1")]
    [TestCase("FrozenLake8x8-v1")]
    [TestCase("CliffWalking-v1")]
    [TestCase("CliffWalkingSlippery-v1")]
    [TestCase("Taxi-v4")]
    [TestCase("Blackjack-v1")]
    public void Step_RandomActions_GiveTheWorkersBits(string id)
    {
        foreach (ulong seed in (ulong[])[1, 42])
        {
            using GymnasiumVector here = new(id, 1, RealWorkers.InProcess(new())), there = new(id, 1, RealWorkers.With(new() { Workers = 1 }));
            Assert.That(TrajectoryHash.Compute(here, seed, Steps), Is.EqualTo(TrajectoryHash.Compute(there, seed, Steps)));
        }
    }

    [Test]
    public void Infos_Generators_AndPictures_AreTheWorkers()
    {
        var settings = new GymnasiumSettings { Render = "ansi" };
        using GymnasiumVector here = new("Taxi-v4", 3, RealWorkers.InProcess(settings)), there = new("Taxi-v4", 3, RealWorkers.With(settings with { Workers = 1 }));
        foreach (var vector in (GymnasiumVector[])[here, there])
        {
            var arena = new StepArena(vector);
            vector.Reset([1, 2, 3], arena.ResetBuffers);
            vector.Step((int[])[1, 2, 3], arena.Buffers);
        }
        for (int copy = 0; copy < 3; copy++)
        {
            Assert.That(here.Info(copy).ToJsonString(), Is.EqualTo(there.Info(copy).ToJsonString()).And.Contain("action_mask"));
            Assert.That(here.GeneratorStateOf(copy), Is.EqualTo(there.GeneratorStateOf(copy)));
            Assert.That(here.Render(copy, RenderMode.Ansi).Text, Is.EqualTo(there.Render(copy, RenderMode.Ansi).Text).And.Not.Empty);
        }
    }

    [Test]
    public void Step_WrappersAndMasks_AreTheWorkers()
    {
        var settings = new GymnasiumSettings { Wrappers = [new() { Name = "FlattenObservation" }] };
        using GymnasiumVector here = new("Taxi-v4", 4, RealWorkers.InProcess(settings)), there = new("Taxi-v4", 4, RealWorkers.With(settings with { Workers = 2 }));
        using TestKit.Rollout one = TestKit.Rollout.Of(here, 3), other = TestKit.Rollout.Of(there, 3);
        Assert.That(here.Spec.HasActionMasks);
        Assert.That(one.Record(300), Is.EqualTo(other.Record(300)));
        Assert.That(one.Arena.ActionMasks.ToArray(), Is.EqualTo(other.Arena.ActionMasks.ToArray()));
    }

    [TestCase("exception", "EH4407", "the wheel came off")]
    [TestCase("exception", "EH4407", "faulty_envs.py")]
    [TestCase("nan observation", "EH4408", "an observation of copy 0 is NaN")]
    [TestCase("nan reward", "EH4408", "the reward of copy 0 is NaN")]
    [TestCase("wrong shape", "EH4407", "The observation has shape (3,); Box(-inf, inf, (2,), float32) has (2,)")]
    [TestCase("sys exit", "EH4407", "SystemExit: 7")]
    public void Step_FaultyEnvironment_EndsWithTheReason(string fault, string code, string reason)
    {
        using var environment = RealWorkers.Faulty(4, $$"""{ "fault": "{{fault}}", "at": 3 }""", RealWorkers.InProcess(new()));
        var arena = new StepArena(environment);
        environment.Reset([1, 2, 3, 4], arena.Observations);
        var thrown = Assert.Throws<HubException>(() =>
        {
            for (int step = 0; step < 10; step++) environment.Step(arena.ActionBatch, arena.Buffers);
        });
        Assert.That(thrown!.Message, Does.StartWith(code).And.Contain(reason));
    }

    [Test]
    public void Create_UnknownId_SaysWhatGymnasiumSays() =>
        Assert.That(() => new GymnasiumVector("CartPole-v7", 1, RealWorkers.InProcess(new())),
            Throws.TypeOf<HubException>().With.Message.StartsWith("EH4402 gymnasium/CartPole-v7").And.Message.Contains("`v1`"));

    [Test]
    public void Create_AfterAFault_GoesOn()
    {
        using (var broken = RealWorkers.Faulty(1, """{ "fault": "exception", "at": 1 }""", RealWorkers.InProcess(new())))
            Assert.That(() => TrajectoryHash.Compute(broken, 1, 10), Throws.TypeOf<HubException>());
        using var sound = new GymnasiumVector("CartPole-v1", 1, RealWorkers.InProcess(new()));
        Assert.That(TrajectoryHash.Compute(sound, 1, 10), Is.Not.Empty);
    }

    [Test]
    public void Step_FromSeveralThreads_GivesEachItsBits()
    {
        string expected = Hash();
        string[] hashes = new string[4];
        var threads = Enumerable.Range(0, hashes.Length).Select(i => new Thread(() => hashes[i] = Hash())).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.That(hashes, Is.All.EqualTo(expected));

        static string Hash()
        {
            using var vector = new GymnasiumVector("CartPole-v1", 1, RealWorkers.InProcess(new()));
            return TrajectoryHash.Compute(vector, 5, Steps);
        }
    }

    [Test]
    public void Plan_OtherInterpreter_IsRefused()
    {
        var python = RealPython.WithGymnasium;
        using var sound = new GymnasiumVector("CartPole-v1", 1, RealWorkers.InProcess(new()));
        string link = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"other-python-{System.Environment.ProcessId}");
        File.CreateSymbolicLink(link, python.Path);
        try
        {
            Assert.That(() => EmbeddedPython.Plan("CartPole-v1", link),
                Throws.TypeOf<HubException>().With.Message.StartsWith("EH4412 gymnasium/CartPole-v1").And.Message.Contains(link));
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Test]
    public void Validate_WhatOnlyWorkersCan_IsRefused()
    {
        var settings = new GymnasiumSettings { Host = GymnasiumHost.InProcess, Workers = 2, OnFailure = FailurePolicy.Restart };
        var faults = settings.Validate(new ValidationContext(settings)).ToList();
        Assert.That(faults.SelectMany(fault => fault.MemberNames), Is.EquivalentTo((string[])["Workers", "OnFailure"]));
    }
}
