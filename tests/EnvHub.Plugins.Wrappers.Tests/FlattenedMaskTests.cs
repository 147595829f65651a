using EnvHub.Numerics;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>The mask of one action for several: possible where every component's value is.</summary>
public class FlattenedMaskTests
{
    private static readonly Space Choices = new TupleSpace(new DiscreteSpace(3, start: -1), new MultiBinarySpace(2), new MultiDiscreteSpace([2, 3], [4, 0], [2]));

    [Test]
    public void Step_RandomMasks_AllowWhatEveryPartAllows()
    {
        using var environment = new FlattenActions(Copies(3), new());
        var arena = new StepArena(environment);
        environment.Reset([1, 2, 3], arena.ResetBuffers);
        var random = new RandomGenerator(5);
        for (int step = 0; step < 60; step++)
        {
            for (int copy = 0; copy < 3; copy++)
            {
                bool[] mask = arena.ActionMasks.Slice(copy * 72, 72).ToArray();
                Assert.That(mask, Is.EqualTo(Product(arena.Observations.Slice(copy * 12, 12).ToArray())));
                do arena.Actions[copy] = (int)random.Integers(72); while (!mask[arena.Actions[copy]]);
            }
            // An impossible action is an error inside.
            environment.Step(arena.ActionBatch, arena.Buffers);
        }
    }

    [Test]
    public void Step_OneOfTwoCopies_LeavesTheOthersMask()
    {
        using var environment = new FlattenActions(Copies(2), new());
        var arena = new StepArena(environment);
        environment.Reset([1, 2], arena.ResetBuffers);
        bool[] waiting = arena.ActionMasks[72..].ToArray();
        arena.Actions[0] = arena.ActionMasks.IndexOf(true);
        environment.Step(arena.ActionBatch, arena.Buffers, [true, false]);
        Assert.That(arena.ActionMasks[72..].ToArray(), Is.EqualTo(waiting));
    }

    private static EnvironmentVector<float[], IReadOnlyList<object>> Copies(int count) => new(() => new Locks(), count);

    // The flags of the parts lie one after the other: 3, 2 and 2 for the bits, 2 and 3.
    private static bool[] Product(float[] flags) =>
    [
        .. from a in Enumerable.Range(0, 3) from b in Enumerable.Range(3, 2) from c in Enumerable.Range(5, 2)
           from d in Enumerable.Range(7, 2) from e in Enumerable.Range(9, 3)
           select new[] { a, b, c, d, e }.All(flag => flags[flag] == 1),
    ];

    /// <summary>Shows its mask, draws a new one at each step and ends at an impossible action.</summary>
    private sealed class Locks() : Environment<float[], IReadOnlyList<object>>(new()
    {
        Id = EnvironmentId.Parse("Locks-v0"), ObservationSpace = BoxSpace.Uniform(0, 1, 12), HasActionMasks = true,
        ActionSpace = (Space<IReadOnlyList<object>>)Choices,
    })
    {
        private readonly float[] _flags = new float[12];

        protected override float[] OnReset() => Draw();

        protected override void WriteActionMask(Span<bool> mask)
        {
            for (int i = 0; i < mask.Length; i++) mask[i] = _flags[i] == 1;
        }

        protected override StepResult<float[]> OnStep(IReadOnlyList<object> action)
        {
            var elements = new float[5];
            ActionSpace.Write(action, elements);
            bool[] mask = [.. _flags.Select(flag => flag == 1)];
            if (!ActionMask.Allows(ActionSpace, mask, elements)) throw new InvalidOperationException("An impossible action.");
            return new(Draw(), 1);
        }

        private float[] Draw()
        {
            do
                for (int i = 0; i < _flags.Length; i++) _flags[i] = Random.Integers(3) == 0 ? 0 : 1;
            while (!ActionMask.HasChoice(ActionSpace, [.. _flags.Select(flag => flag == 1)]));
            return _flags;
        }
    }
}
