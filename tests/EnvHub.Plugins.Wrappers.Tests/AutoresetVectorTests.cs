using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>The autoreset modes against Gymnasium's <c>SyncVectorEnv</c>.</summary>
public class AutoresetVectorTests
{
    private const int Copies = 3, Steps = 200;

    [TestCase(AutoresetMode.NextStep, "NextStep")]
    [TestCase(AutoresetMode.SameStep, "SameStep")]
    [TestCase(AutoresetMode.Disabled, "Disabled")]
    public void Step_Mode_EqualsGymnasium(AutoresetMode mode, string name)
    {
        var actions = Trace.Actions(new DiscreteSpace(2), Copies, Steps);
        using var vector = Create(mode);
        var actual = Trace.Run(vector.Spec, vector.Reset, mode == AutoresetMode.Disabled ? StepAndReset(vector) : vector.Step, actions);
        Assert.That(actual.Ends, Is.GreaterThan(10));
        actual.AssertEquals(Trace.OfGymnasiumVector("CartPole-v1", "env", name, actions));
    }

    [Test]
    public void Step_DisabledAfterAnEnd_IsRefused()
    {
        using var vector = Create(AutoresetMode.Disabled);
        var arena = new StepArena(Copies, 4);
        vector.Reset([1, 2, 3], arena.Observations);
        Assert.That(() =>
        {
            for (int i = 0; i < Steps; i++) vector.Step(arena.Actions, arena.Buffers);
        }, Throws.InstanceOf<HubException>().With.Message.StartsWith("EH1122"));
    }

    [Test]
    public void Reset_ASeedForOneCopy_LeavesTheOthers()
    {
        using var vector = Create(AutoresetMode.Disabled);
        var arena = new StepArena(Copies, 4);
        vector.Reset([1, 2, 3], arena.Observations);
        float[] before = arena.Observations.ToArray();
        vector.Reset([7, 1, 9], arena.Observations, [false, true, false]);
        float[] after = arena.Observations.ToArray();
        Assert.That((float[])[.. after[..4], .. after[4..8], .. after[8..]], Is.EqualTo((float[])[.. before[..4], .. before[..4], .. before[8..]]));
    }

    [TestCase(AutoresetMode.NextStep)]
    [TestCase(AutoresetMode.Disabled)]
    public void Info_AtTheEnd_IsOfTheOldEpisode(AutoresetMode mode)
    {
        using var vector = new AutoresetVector(new RecordEpisodeStatistics(SeparateCopies.Of(n => new CartPole(n), 1), new()), mode);
        var arena = new StepArena(1, 4);
        vector.Reset([1], arena.Observations);
        int steps = 0;
        do
        {
            vector.Step(arena.Actions, arena.Buffers);
            steps++;
        }
        while (!arena.Terminated[0]);
        Assert.That((int?)vector.Info(0)["episode"]?["l"], Is.EqualTo(steps));
    }

    private static AutoresetVector Create(AutoresetMode mode) => new(SeparateCopies.Of(n => new CartPole(n), Copies), mode);

    // Resets what has ended at once, as trace.py does.
    private static Trace.StepCall StepAndReset(AutoresetVector vector)
    {
        var ended = new bool[Copies];
        return (in ActionBatch actions, in StepBuffers output) =>
        {
            vector.Step(actions, output);
            for (int i = 0; i < Copies; i++) ended[i] = output.Terminated[i] | output.Truncated[i];
            if (ended.Contains(true)) vector.Reset([], output.Observations, ended);
        };
    }
}
