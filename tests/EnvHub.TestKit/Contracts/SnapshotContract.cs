using System.Runtime.InteropServices;
using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>Every promise of <see cref="ISnapshotEnvironment"/>, where the environment has snapshots: what is played after a restore is
/// what would have been played without. Part of <see cref="EnvironmentContract"/>; alone, for wrappers whose copies share something.</summary>
[TestFixture]
public abstract class SnapshotContract
{
    private const int Copies = 5;

    private const ulong Seed = 7;

    /// <summary>Makes the environment under test; the tests dispose it.</summary>
    protected abstract IVectorEnvironment Create(int count);

    /// <summary>Random steps per test: enough to meet some ends of episodes.</summary>
    protected virtual int Steps => 600;

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void Restore_IntoANewEnvironment_GoesOnWithTheSameBits(ulong draw)
    {
        using var straight = Played((int)new RandomGenerator(draw).Integers(Steps));
        using var restored = Create(Copies);
        Snapshots(restored).Restore(SnapshotOf(straight.Environment));
        AssertGoesOnAlike(straight, restored);
    }

    [TestCase(4UL)]
    [TestCase(5UL)]
    public void Restore_IntoOneThatPlayedOtherThings_GoesOnWithTheSameBits(ulong draw)
    {
        using var straight = Played((int)new RandomGenerator(draw).Integers(Steps));
        using var other = Rollout.Of(Create(Copies), Seed + 100);
        for (int step = 0; step < Steps / 2; step++) other.StepRandomly();
        Snapshots(other.Environment).Restore(SnapshotOf(straight.Environment));
        AssertGoesOnAlike(straight, other.Environment);
    }

    [Test]
    public void Restore_OwnEarlierSnapshot_PlaysTheSameAgain()
    {
        using Rollout used = Played(Steps / 3), straight = Played(Steps / 3);
        var snapshot = SnapshotOf(used.Environment);
        for (int step = 0; step < Steps / 3; step++) used.StepRandomly();
        Snapshots(used.Environment).Restore(snapshot);
        AssertGoesOnAlike(straight, used.Environment);
    }

    [Test]
    public void Restore_SnapshotBeforeTheFirstReset_AsksForAReset()
    {
        using var fresh = Create(Copies);
        using var used = Played(Steps / 3);
        Snapshots(used.Environment).Restore(SnapshotOf(fresh));
        Assert.That(used.Step, Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH1103"));
        used.ResetWithSeeds();
        using var straight = Rollout.Of(Create(Copies), Seed);
        AssertGoesOnAlike(straight, used.Environment);
    }

    [Test]
    public void Restore_OtherCount_IsRefusedAndChangesNothing()
    {
        using var fewer = Rollout.Of(Create(Copies - 1), Seed);
        AssertAllRefused("EH1132", [SnapshotOf(fewer.Environment)]);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Restore_FaultyArray_IsRefusedAndChangesNothing(bool isMissing)
    {
        using var source = Played(Steps / 2);
        var snapshot = SnapshotOf(source.Environment);
        AssertAllRefused(code: null, snapshot.Names.Select(name => new FaultyCheckpoint(snapshot, name, isMissing)));
    }

    private Rollout Played(int steps)
    {
        var rollout = Rollout.Of(Create(Copies), Seed);
        for (int step = 0; step < steps; step++) rollout.StepRandomly();
        return rollout;
    }

    private void AssertAllRefused(string? code, IEnumerable<ICheckpointReader> snapshots)
    {
        using Rollout disturbed = Played(steps: 7), quiet = Played(steps: 7);
        var able = Snapshots(disturbed.Environment);
        foreach (var snapshot in snapshots)
            Assert.That(() => able.Restore(snapshot), code is null ? Throws.InstanceOf<HubException>()
                : Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo(code));
        AssertGoesOnAlike(quiet, disturbed.Environment, steps: 50);
    }

    private void AssertGoesOnAlike(Rollout straight, IVectorEnvironment other, int? steps = null)
    {
        var arena = new StepArena(other);
        for (int step = 0; step < (steps ?? Steps); step++)
        {
            AssertAlike(straight.Environment, other, withPictures: step is 0 or 5);
            straight.SampleActions();
            straight.Arena.Actions.CopyTo(arena.Actions);
            straight.Arena.ActionElements.CopyTo(arena.ActionElements);
            straight.Step();
            other.Step(arena.ActionBatch, arena.Buffers);
            if (!AreSame(arena, straight.Arena)) Assert.Fail($"step {step} after the restore differs");
        }
    }

    private static void AssertAlike(IVectorEnvironment one, IVectorEnvironment other, bool withPictures)
    {
        for (int copy = 0; copy < one.Count; copy++)
        {
            if (one is IGeneratorSource source && ((IGeneratorSource)other).GeneratorStateOf(copy) != source.GeneratorStateOf(copy))
                Assert.Fail($"the generator of copy {copy} stands elsewhere");
            if (!withPictures || one is not IRenderable shown) continue;
            foreach (var mode in shown.RenderModes)
            {
                var (frame, otherFrame) = (shown.Render(copy, mode), ((IRenderable)other).Render(copy, mode));
                Assert.That(otherFrame.Text, Is.EqualTo(frame.Text), $"copy {copy}");
                Assert.That(otherFrame.Pixels.Span.SequenceEqual(frame.Pixels.Span), $"the picture of copy {copy}");
            }
        }
    }

    private static InMemoryCheckpoint SnapshotOf(IVectorEnvironment environment)
    {
        var snapshot = new InMemoryCheckpoint();
        Snapshots(environment).Snapshot(snapshot);
        return snapshot;
    }

    private static ISnapshotEnvironment Snapshots(IVectorEnvironment environment)
    {
        if (environment is ISnapshotEnvironment { CanSnapshot: true } able) return able;
        Assert.Ignore("It has no snapshots.");
        throw new System.Diagnostics.UnreachableException();
    }

    // Not values: 0 and -0 are equal, and so they would hide a difference.
    private static bool AreSame(StepArena one, StepArena other) =>
        MemoryMarshal.AsBytes(one.Observations).SequenceEqual(MemoryMarshal.AsBytes(other.Observations))
        && MemoryMarshal.AsBytes(one.FinalObservations).SequenceEqual(MemoryMarshal.AsBytes(other.FinalObservations))
        && MemoryMarshal.AsBytes(one.Rewards).SequenceEqual(MemoryMarshal.AsBytes(other.Rewards))
        && one.Terminated.SequenceEqual(other.Terminated) && one.Truncated.SequenceEqual(other.Truncated);
}
