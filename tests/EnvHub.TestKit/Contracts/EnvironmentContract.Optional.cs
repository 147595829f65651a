using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <content>What an environment need not have: steps and resets of some copies, generators to look at.</content>
public abstract partial class EnvironmentContract
{
    [Test]
    public void Step_SomeThenTheOthers_EqualsOneStepOfAll()
    {
        using Rollout whole = Rollout.Of(Create(Copies), Seed), parts = Rollout.Of(Create(Copies), Seed);
        var (environment, random) = (Optional<IPartialVectorEnvironment>(parts), new RandomGenerator(Seed));
        for (int step = 0; step < Steps; step++)
        {
            whole.StepRandomly();
            parts.SampleActions();
            bool[] active = [.. Enumerable.Range(0, Copies).Select(_ => random.Integers(2) == 1)];
            StepPart(environment, parts.Arena, active);
            StepPart(environment, parts.Arena, [.. active.Select(isActive => !isActive)]);
            Assert.That(Everything(parts.Arena), Is.EqualTo(Everything(whole.Arena)), $"step {step}");
        }
    }

    [Test]
    public void Step_OneBadActiveAction_StepsNoCopy()
    {
        using Rollout disturbed = Rollout.Of(Create(Copies), Seed), quiet = Rollout.Of(Create(Copies), Seed);
        var environment = Optional<IPartialVectorEnvironment>(disturbed);
        if (environment.GetType() is { IsGenericType: true }) Assert.Ignore("One-copy environments check as they step.");
        bool[] active = [true, false, true, false, true];
        AssertRefused(BadAction, () => environment.Step(OneBadAction(environment.Spec), disturbed.Arena.Buffers, active));
        Assert.That(disturbed.Record(Steps)[0], Is.EqualTo(quiet.Record(Steps)[0]));
    }

    [Test]
    public void Reset_SomeCopies_LeavesTheOthersRows()
    {
        using Rollout used = Rollout.Of(Create(Copies), Seed), fresh = Rollout.Of(Create(Copies), Seed);
        var environment = Optional<IPartialVectorEnvironment>(used);
        used.Record(Steps);
        used.Arena.Observations.Fill(float.NaN);
        environment.Reset([.. Enumerable.Range(0, Copies).Select(i => Seed + (ulong)i)], used.Arena.Observations, [true, false, true, true, false]);
        int size = used.Arena.ElementSize;
        for (int i = 0; i < Copies; i++)
        {
            float[] row = used.Arena.Observations.Slice(i * size, size).ToArray();
            if (i is 1 or 4) Assert.That(row, Is.All.NaN, $"copy {i}");
            else Assert.That(row, Is.EqualTo(fresh.Arena.Observations.Slice(i * size, size).ToArray()), $"copy {i}");
        }
    }

    [Test]
    public void Step_ActiveCopyNeverReset_IsRefused()
    {
        using var created = Create(Copies);
        if (created is not IPartialVectorEnvironment environment)
        {
            Assert.Ignore("Copies cannot be stepped without the others.");
            return;
        }
        var arena = new StepArena(environment);
        environment.Reset([], arena.Observations, [false, true, false, false, false]);
        AssertRefused(NotReset, () => environment.Step(arena.ActionBatch, arena.Buffers, [true, true, false, false, false]));
    }

    [Test]
    public void GeneratorStateOf_CopyAmongOthers_IsThatOfTheCopyAlone()
    {
        using var together = Rollout.Of(Create(Copies), Seed);
        var generators = Optional<IGeneratorSource>(together);
        together.Record(Steps);
        for (int i = 0; i < Copies; i++)
        {
            using var alone = Rollout.Of(Create(count: 1), Seed + (ulong)i);
            alone.Record(Steps);
            Assert.That(generators.GeneratorStateOf(i), Is.EqualTo(Optional<IGeneratorSource>(alone).GeneratorStateOf(0)), $"copy {i}");
        }
    }

    [Test]
    public void GeneratorStateOf_AfterAReset_HasMovedWhereTheStartIsRandom()
    {
        using var rollout = Rollout.Of(Create(count: 1), Seed);
        var generators = Optional<IGeneratorSource>(rollout);
        var before = generators.GeneratorStateOf(0);
        rollout.ResetOnward();
        if (HasRandomStart) Assert.That(generators.GeneratorStateOf(0), Is.Not.EqualTo(before));
    }

    // Waiting copies' actions are not looked at: here they are none.
    private static void StepPart(IPartialVectorEnvironment environment, StepArena arena, bool[] active)
    {
        var (discrete, elements) = (arena.Actions.ToArray(), arena.ActionElements.ToArray());
        int size = elements.Length / Copies;
        for (int i = 0; i < Copies; i++)
        {
            if (active[i]) continue;
            discrete[i] = -1;
            elements.AsSpan(i * size, size).Fill(float.NaN);
        }
        environment.Step(size > 0 ? new ActionBatch(elements) : discrete, arena.Buffers, active);
    }

    private static T Optional<T>(Rollout rollout) where T : class
    {
        if (rollout.Environment is T feature) return feature;
        Assert.Ignore($"It is no {typeof(T).Name}.");
        throw new System.Diagnostics.UnreachableException();
    }
}
