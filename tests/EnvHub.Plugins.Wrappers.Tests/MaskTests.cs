namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Wrappers that repeat actions never take one that the environment says is not possible, and all pass masks on.</summary>
public class MaskTests
{
    private const int Copies = 2, Steps = 300;

    [TestCase("StickyAction"), TestCase("RepeatAction"), TestCase("MaxAndSkip"), TestCase("FrameStack"), TestCase("TimeLimit"), TestCase("NormalizeObservation")]
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

    [Test]
    public void MaxAndSkip_ActionThatBecomesImpossible_ShowsTheLargerOfTheLastTwoThatThereWere()
    {
        const int Skip = 4;
        using IVectorEnvironment skipping = new MaxAndSkipObservation(Gate.Copies(1), new() { Skip = Skip }), plain = Gate.Copies(1);
        StepArena outer = new(skipping), inner = new(plain);
        skipping.Reset([1], outer.ResetBuffers);
        plain.Reset([1], inner.ResetBuffers);
        for (int step = 0; step < Steps; step++)
        {
            int action = outer.ActionMasks.IndexOf(true);
            var seen = new List<float[]>();
            do
            {
                inner.Actions[0] = action;
                plain.Step(inner.ActionBatch, inner.Buffers);
                seen.Add(inner.FinalObservations.ToArray());
            }
            while (seen.Count < Skip && inner.ActionMasks[action] && !inner.Truncated[0]);
            outer.Actions[0] = action;
            skipping.Step(outer.ActionBatch, outer.Buffers);
            Assert.That(outer.Rewards[0], Is.EqualTo(seen.Count), $"step {step}");
            Assert.That(outer.Truncated[0], Is.EqualTo(inner.Truncated[0]), $"step {step}");
            // At an episode's end the first observation of the next one stands there.
            if (!inner.Truncated[0]) Assert.That(outer.Observations.ToArray(), Is.EqualTo(seen[^1].Zip(seen[Math.Max(seen.Count - 2, 0)], Math.Max)), $"step {step}");
        }
    }

    [TestCase("StickyAction"), TestCase("RepeatAction"), TestCase("MaxAndSkip")]
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
        "MaxAndSkip" => new MaxAndSkipObservation(Gate.Copies(Copies), new() { Skip = 4 }),
        "FrameStack" => new FrameStackObservation(Gate.Copies(Copies), new()),
        "TimeLimit" => new TimeLimit(Gate.Copies(Copies), new() { MaxEpisodeSteps = 7 }),
        _ => new NormalizeObservation(Gate.Copies(Copies), new()),
    };
}
