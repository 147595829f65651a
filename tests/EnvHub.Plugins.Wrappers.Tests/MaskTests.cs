namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Wrappers that repeat actions never take one that the environment says is not possible, and all pass masks on.</summary>
public class MaskTests
{
    private const int Copies = 2, Steps = 300;

    [TestCase("StickyAction"), TestCase("RepeatAction"), TestCase("FrameStack"), TestCase("TimeLimit"), TestCase("NormalizeObservation")]
    public void Step_PossibleActions_NeverFault(string wrapper)
    {
        using var environment = Wrap(wrapper);
        var arena = new StepArena(environment);
        environment.Reset([1, 2], arena.ResetBuffers);
        Assert.That(arena.ActionMasks.Length, Is.EqualTo(Copies * 4));
        for (int step = 0; step < Steps; step++)
        {
            for (int copy = 0; copy < Copies; copy++) arena.Actions[copy] = arena.ActionMasks.Slice(copy * 4, 4).IndexOf(true);
            environment.Step(arena.ActionBatch, arena.Buffers);
            // A fault earns -1; a repeated action 1 for each time that it was possible.
            Assert.That(arena.Rewards.ToArray(), Is.All.GreaterThanOrEqualTo(1), $"step {step}");
            Assert.That(arena.Terminated.ToArray(), Is.All.False);
        }
    }

    [TestCase("StickyAction"), TestCase("RepeatAction")]
    public void Step_CallerWantsNoMasks_GoesTheSameWay(string wrapper)
    {
        using IVectorEnvironment told = Wrap(wrapper), silent = Wrap(wrapper);
        StepArena masked = new(told), plain = new(Copies, 1);
        told.Reset([1, 2], masked.ResetBuffers);
        silent.Reset([1, 2], plain.Observations);
        for (int step = 0; step < Steps; step++)
        {
            for (int copy = 0; copy < Copies; copy++) plain.Actions[copy] = masked.Actions[copy] = masked.ActionMasks.Slice(copy * 4, 4).IndexOf(true);
            told.Step(masked.ActionBatch, masked.Buffers);
            silent.Step(plain.ActionBatch, plain.Buffers);
            Assert.That(plain.Observations.SequenceEqual(masked.Observations) && plain.Rewards.SequenceEqual(masked.Rewards), $"step {step}");
        }
    }

    private static IVectorEnvironment Wrap(string wrapper) => wrapper switch
    {
        "StickyAction" => new StickyAction(Gate.Copies(Copies), new() { Probability = 0.5, Duration = 2 }),
        "RepeatAction" => new RepeatAction(Gate.Copies(Copies), new() { NumRepeats = 3 }),
        "FrameStack" => new FrameStackObservation(Gate.Copies(Copies), new()),
        "TimeLimit" => new TimeLimit(Gate.Copies(Copies), new() { MaxEpisodeSteps = 7 }),
        _ => new NormalizeObservation(Gate.Copies(Copies), new()),
    };
}
