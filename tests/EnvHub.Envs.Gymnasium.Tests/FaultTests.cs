namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Workers that die, hang or give nonsense: each ends as an error that says what happened, and leaves no process.</summary>
public sealed class FaultTests
{
    private const int Copies = 4, StepsToTheFault = 3;

    [TestCase("exception", "EH4407", "the wheel came off")]
    [TestCase("exit", "EH4405", "exit code 7")]
    [TestCase("kill", "EH4405", "signal 9")]
    [TestCase("nan observation", "EH4408", "an observation of copy 0 is NaN")]
    [TestCase("nan reward", "EH4408", "the reward of copy 0 is NaN")]
    [TestCase("wrong shape", "EH4407", "The observation has shape (3,); Box(-inf, inf, (2,), float32) has (2,)")]
    [TestCase("scalar", "EH4407", "The observation has shape ()")]
    public void Step_FaultyEnvironment_EndsWithTheReason(string fault, string code, string reason)
    {
        using var environment = Make(fault);
        var thrown = StepUntilItThrows(environment);
        Assert.That(thrown.Message, Does.StartWith(code).And.Contain(reason));
    }

    [TestCase("hang", "lives, so a copy hangs")]
    [TestCase("stop", "stands still")]
    public void Step_SilentWorker_EndsAtTheTimeout(string fault, string reason)
    {
        using var clock = new StuckClock(workers: 1);
        using var environment = Make(fault, new() { Workers = 1, Clock = clock }, marks: clock.Marks);
        var thrown = StepUntilItThrows(environment);
        Assert.That(thrown.Message, Does.StartWith("EH4406").And.Contain(reason));
    }

    [Test]
    public void Step_FaultInOnePython_ShowsItsTraceback()
    {
        using var environment = Make("exception");
        Assert.That(StepUntilItThrows(environment).Message, Does.Contain("Traceback").And.Contain("faulty_envs.py").And.Contain("in step"));
    }

    [TestCase("stdout")]
    [TestCase("stderr")]
    public void Step_NoisyEnvironment_GoesOnUnharmed(string fault)
    {
        using var environment = Make(fault);
        var arena = Begin(environment);
        for (int step = 0; step < 20; step++) environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(arena.Observations[1], Is.EqualTo(20));
    }

    [Test]
    public void Create_SlowStart_EndsAtTheTimeout() =>
        Assert.That(() => Make("slow start", new() { StartTimeout = 1 }), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH4404"));

    [Test]
    public void Create_BrokenConstructor_ShowsItsTraceback() =>
        Assert.That(() => Make("broken constructor"), Throws.TypeOf<HubException>().With.Message.Contains("the constructor gave up"));

    [Test]
    public void Create_UnknownId_SaysWhatGymnasiumSays() =>
        Assert.That(() => new GymnasiumVector("CartPole-v7", 1, RealWorkers.With(new())),
            Throws.TypeOf<HubException>().With.Message.StartsWith("EH4402 gymnasium/CartPole-v7").And.Message.Contains("`v1`"));

    [Test]
    public void Create_UnknownInterpreter_SaysSo() =>
        Assert.That(() => new GymnasiumVector("CartPole-v1", 1, new() { Python = "/nowhere/python" }),
            Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH4401"));

    [TestCase("exception"), TestCase("exit"), TestCase("kill"), TestCase("hang"), TestCase("stop"), TestCase("nan reward"), TestCase("wrong shape")]
    public void Step_FaultUnderRestart_EndsTheEpisodesTruncatedAndGoesOn(string fault)
    {
        using var clock = new StuckClock(workers: 2);
        using var environment = Make(fault, new() { OnFailure = FailurePolicy.Restart, Workers = 2, Clock = clock }, marks: clock.Marks);
        var arena = Begin(environment);
        for (int step = 1; step < StepsToTheFault; step++) environment.Step(arena.ActionBatch, arena.Buffers);
        float[] before = arena.Observations.ToArray();
        environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.Multiple(() =>
        {
            Assert.That(arena.FinalObservations.ToArray(), Is.EqualTo(before));
            Assert.That(arena.Rewards.ToArray(), Is.All.Zero);
            Assert.That(arena.Truncated.ToArray(), Is.All.True);
            Assert.That(arena.Terminated.ToArray(), Is.All.False);
            Assert.That(arena.Observations[1], Is.Zero, "the steps of a new episode");
            Assert.That(environment.Counters["worker_restarts"], Is.EqualTo(2));
        });
    }

    [Test]
    public void Step_WorkersThatNeverGetAnywhere_EndWithAnError()
    {
        using var environment = Make("exit", new() { OnFailure = FailurePolicy.Restart, Workers = 1 }, at: 1);
        Assert.That(StepUntilItThrows(environment).Code, Is.EqualTo("EH4409"));
    }

    [Test]
    public void Dispose_AfterAnyStep_LeavesNoProcessAndNoFile()
    {
        var environment = Make("none");
        int[] ids = [.. environment.ProcessIds];
        var arena = Begin(environment);
        environment.Step(arena.ActionBatch, arena.Buffers);
        environment.Dispose();
        Assert.That((ids.Count(Leftovers.IsAlive), Leftovers.Files().Count), Is.EqualTo((0, 0)));
    }

    private static GymnasiumVector Make(string fault, GymnasiumSettings? settings = null, int at = StepsToTheFault, string marks = "") =>
        RealWorkers.Faulty(Copies, $$"""{"fault": "{{fault}}", "at": {{at}}, "marks": "{{marks}}"}""", settings ?? new() { Workers = 1 });

    private static StepArena Begin(GymnasiumVector environment)
    {
        var arena = new StepArena(environment);
        environment.Reset([1, 2, 3, 4], arena.Observations);
        return arena;
    }

    private static HubException StepUntilItThrows(GymnasiumVector environment)
    {
        var arena = Begin(environment);
        for (int step = 0; step < 50; step++)
        {
            try
            {
                environment.Step(arena.ActionBatch, arena.Buffers);
            }
            catch (HubException fault)
            {
                return fault;
            }
        }
        throw new AssertionException("Nothing was thrown.");
    }
}
