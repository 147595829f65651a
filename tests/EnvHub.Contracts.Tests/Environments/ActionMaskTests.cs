using EnvHub.Numerics;
using EnvHub.TestKit;

namespace EnvHub.Contracts.Tests;

public class ActionMaskTests
{
    private const int Copies = 3, Steps = 200;

    private static readonly Space Nested = new TupleSpace(new DiscreteSpace(2, start: 5), BoxSpace.Uniform(-1, 1, 2), new MultiDiscreteSpace(2, 3), new MultiBinarySpace(2));

    [Test]
    public void SizeOf_EachKindOfSpace_CountsItsValues()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ActionMask.SizeOf(new DiscreteSpace(6)), Is.EqualTo(6));
            Assert.That(ActionMask.SizeOf(new MultiDiscreteSpace(2, 3)), Is.EqualTo(5));
            Assert.That(ActionMask.SizeOf(new MultiBinarySpace(3)), Is.EqualTo(6));
            Assert.That(ActionMask.SizeOf(BoxSpace.Uniform(-1, 1, 3)), Is.Zero);
            Assert.That(ActionMask.SizeOf(Nested), Is.EqualTo(2 + 0 + 5 + 4));
        });
    }

    // Elements: discrete (from 5), two of the box, two of MultiDiscrete, two bits.
    [TestCase(new[] { 6f, 0.5f, -1, 1, 2, 0, 1 }, true)]
    [TestCase(new[] { 5f, 0.5f, -1, 1, 2, 0, 1 }, false)]
    [TestCase(new[] { 6f, 0.5f, -1, 0, 2, 0, 1 }, false)]
    [TestCase(new[] { 6f, 0.5f, -1, 1, 1, 0, 1 }, false)]
    [TestCase(new[] { 6f, 0.5f, -1, 1, 2, 0, 0 }, false)]
    [TestCase(new[] { 7f, 0.5f, -1, 1, 2, 0, 1 }, false)]
    public void Allows_NestedSpace_LooksAtEveryComponent(float[] action, bool expected)
    {
        bool[] mask = [false, true, false, true, true, false, true, true, true, false, true];
        Assert.That(ActionMask.Allows(Nested, mask, action), Is.EqualTo(expected));
    }

    [Test]
    public void HasChoice_AComponentWithoutAny_IsFalse()
    {
        var space = new MultiDiscreteSpace(2, 3);
        Assert.That(ActionMask.HasChoice(space, [true, false, false, false, true]), Is.True);
        Assert.That(ActionMask.HasChoice(space, [true, true, false, false, false]), Is.False);
    }

    [Test]
    public void SampleElements_NestedMask_DrawsWhatItAllowsAndAllOfIt()
    {
        bool[] mask = [true, true, false, true, true, false, true, true, true, false, true];
        var (random, action, seen) = (new RandomGenerator(1), new float[Nested.ElementSize], new HashSet<string>());
        for (int i = 0; i < 500; i++)
        {
            ActionMask.SampleElements(Nested, random, mask, action);
            Assert.That(ActionMask.Allows(Nested, mask, action), $"[{string.Join(", ", action)}]");
            seen.Add($"{action[0]} {action[3]} {action[4]} {action[5]} {action[6]}");
        }
        Assert.That(seen, Has.Count.EqualTo(2 * 1 * 2 * 2 * 1));
    }

    [TestCase("vector")]
    [TestCase("separate")]
    public void Step_PossibleActions_NeverFaultAndMasksAreOfWhatIsActedOn(string kind)
    {
        using IVectorEnvironment environment = kind == "vector" ? Gate.Copies(Copies) : new SeparateCopies(Gate.Copies, Copies);
        var arena = new StepArena(environment);
        environment.Reset([1, 2, 3], arena.ResetBuffers);
        int ends = 0;
        for (int step = 0; step < Steps; step++)
        {
            for (int copy = 0; copy < Copies; copy++) arena.Actions[copy] = MaskOf(arena.ActionMasks, copy).IndexOf(true);
            environment.Step(arena.ActionBatch, arena.Buffers);
            Assert.That(arena.Rewards.ToArray(), Is.All.EqualTo(1));
            for (int copy = 0; copy < Copies; copy++)
                if (arena.Truncated[copy]) ends++;
                else Assert.That(MaskOf(arena.ActionMasks, copy).SequenceEqual(MaskOf(arena.FinalActionMasks, copy)));
        }
        Assert.That(ends, Is.EqualTo(Copies * Steps / Gate.Length));
    }

    [Test]
    public void Step_NextStepAutoreset_TellsTheEndedEpisodesMaskAndThenTheNextOnes()
    {
        using var same = Gate.Copies(1);
        using var next = new AutoresetVector(Gate.Copies(1), AutoresetMode.NextStep);
        StepArena expected = new(same), found = new(next.Inner);
        same.Reset([7], expected.ResetBuffers);
        next.Reset([7], found.ResetBuffers);
        for (int step = 0; step < Steps; step++)
        {
            found.Actions[0] = expected.Actions[0] = expected.ActionMasks.IndexOf(true);
            same.Step(expected.ActionBatch, expected.Buffers);
            next.Step(found.ActionBatch, found.Buffers);
            Assert.That(found.ActionMasks.SequenceEqual(expected.FinalActionMasks), $"step {step}");
            if (!expected.Truncated[0]) continue;
            next.Step(found.ActionBatch, found.Buffers);
            Assert.That(found.ActionMasks.SequenceEqual(expected.ActionMasks), $"the restart after step {step}");
            Assert.That(found.Observations.SequenceEqual(expected.Observations));
        }
    }

    [Test]
    public void Step_NothingPossible_IsRefusedNamingTheCopy()
    {
        using var environment = new EnvironmentVector<long, long>(static () => new Closed(), 2);
        var arena = new StepArena(environment);
        Refusal.Expect("EH1108", () => environment.Reset([1, 2], arena.ResetBuffers), "Closed", "copy 0");
        environment.Reset([1, 2], arena.Observations);
    }

    [Test]
    public void Info_AuthorTellsNone_HasTheMask()
    {
        using var environment = Gate.Copies(1);
        var arena = new StepArena(environment);
        environment.Reset([3], arena.ResetBuffers);
        Assert.That(environment.Info(0)["action_mask"]!.AsArray().Select(flag => (int)flag! == 1), Is.EqualTo(arena.ActionMasks.ToArray()));
    }

    private static ReadOnlySpan<bool> MaskOf(ReadOnlySpan<bool> masks, int copy) => masks.Slice(copy * 4, 4);

    private sealed class Closed() : Environment<long, long>(new()
    {
        Id = EnvironmentId.Parse("Closed-v0"), ObservationSpace = new DiscreteSpace(1), ActionSpace = new DiscreteSpace(2), HasActionMasks = true,
    })
    {
        protected override void WriteActionMask(Span<bool> mask) => mask.Clear();

        protected override long OnReset() => 0;

        protected override StepResult<long> OnStep(long action) => new(0, 0);
    }
}
