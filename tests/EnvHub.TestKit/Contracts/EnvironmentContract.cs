using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>Every promise of <see cref="IVectorEnvironment"/>, for an environment's tests to inherit: derive, override
/// <see cref="SnapshotContract.Create"/> and, where there is a step limit to set, <see cref="CreateWithLimit"/>.</summary>
[TestFixture]
public abstract partial class EnvironmentContract : SnapshotContract
{
    /// <summary>Copies in tests that need several: odd, so that a kernel's tail is met.</summary>
    private const int Copies = 5;

    private const ulong Seed = 7;

    /// <summary>Makes it with a step limit of <paramref name="limit"/>, null for none; the result is null where no limit can be set.</summary>
    protected virtual IVectorEnvironment? CreateWithLimit(int count, int? limit) => null;

    /// <summary>Bytes that one step of one copy may allocate. An author whose one-copy environment returns new arrays raises it.</summary>
    protected virtual long AllowedBytesPerStep => 0;

    /// <summary>Whether two resets of one generator start in different states. False for a fixed start.</summary>
    protected virtual bool HasRandomStart => true;

    [Test]
    public void Create_Count_IsTheCount()
    {
        using var environment = Create(Copies);
        Assert.That(environment.Count, Is.EqualTo(Copies));
    }

    [Test]
    public void Reset_SameSeeds_GiveTheSameBits()
    {
        using Rollout one = Rollout.Of(Create(Copies), Seed), two = Rollout.Of(Create(Copies), Seed);
        Assert.That(two.Record(Steps), Is.EqualTo(one.Record(Steps)));
    }

    [Test]
    public void Reset_SameSeedsAgain_StartsAnew()
    {
        using Rollout used = Rollout.Of(Create(Copies), Seed), fresh = Rollout.Of(Create(Copies), Seed);
        used.Record(Steps);
        used.ResetWithSeeds();
        Assert.That(used.Arena.Observations.ToArray(), Is.EqualTo(fresh.Arena.Observations.ToArray()));
    }

    [Test]
    public void Reset_WithoutSeeds_ContinuesTheGenerators()
    {
        using Rollout one = Rollout.Of(Create(Copies), Seed), two = Rollout.Of(Create(Copies), Seed);
        float[] first = one.Arena.Observations.ToArray();
        one.ResetOnward();
        two.ResetOnward();
        Assert.That(two.Arena.Observations.ToArray(), Is.EqualTo(one.Arena.Observations.ToArray()));
        if (HasRandomStart) Assert.That(one.Arena.Observations.ToArray(), Is.Not.EqualTo(first));
    }

    [Test]
    public void Reset_NeverSeeded_StartsInTheSpace()
    {
        using var environment = Create(Copies);
        var arena = new StepArena(environment);
        environment.Reset([], arena.Observations);
        AssertInSpace(environment.Spec, arena.Observations, "the first observation");
    }

    [Test]
    public void Step_MoreCopies_ChangeNoCopy()
    {
        using var together = Rollout.Of(Create(Copies), Seed);
        double[][] records = together.Record(Steps);
        for (int i = 0; i < Copies; i++)
        {
            using var alone = Rollout.Of(Create(count: 1), Seed + (ulong)i);
            Assert.That(alone.Record(Steps)[0], Is.EqualTo(records[i]), $"copy {i}");
        }
    }

    [Test]
    public void Step_RandomActions_StayInTheSpecsRanges()
    {
        using var rollout = Rollout.Of(Create(Copies), Seed);
        var spec = rollout.Environment.Spec;
        AssertInSpace(spec, rollout.Arena.Observations, "the first observation");
        for (int step = 0; step < Steps; step++)
        {
            rollout.StepRandomly();
            AssertInSpace(spec, rollout.Arena.Observations, "an observation");
            AssertInSpace(spec, rollout.Arena.FinalObservations, "a final observation");
            Assert.That(rollout.Arena.Rewards.ToArray(), Is.All.InRange(spec.RewardRange.Low, spec.RewardRange.High));
        }
    }

    [Test]
    public void Step_AfterWarmUp_AllocatesNoMoreThanAllowed()
    {
        const int Measured = 1000;
        using var rollout = Rollout.Of(Create(Copies), Seed);
        rollout.Record(Steps);
        rollout.SampleActions();
        rollout.Step();
        long allocated = AllocationMeter.Measure(() =>
        {
            for (int step = 0; step < Measured; step++) rollout.Step();
        });
        Assert.That(allocated, Is.AtMost(AllowedBytesPerStep * Measured * Copies), $"bytes in {Measured} steps of {Copies} copies");
    }

    [Test]
    public void Dispose_Twice_DoesNothing()
    {
        var environment = Create(Copies);
        environment.Dispose();
        Assert.That(environment.Dispose, Throws.Nothing);
    }

    private static void AssertInSpace(EnvironmentSpec spec, ReadOnlySpan<float> observations, string what)
    {
        int size = spec.ObservationSpace.ElementSize;
        for (int i = 0; i < observations.Length; i += size)
        {
            var observation = observations.Slice(i, size);
            if (!spec.ObservationSpace.ContainsElements(observation))
                Assert.Fail($"{spec.Id}: {what} of copy {i / size}, [{string.Join(", ", observation.ToArray())}], is outside {spec.ObservationSpace}");
        }
    }
}
