using EnvHub.TestKit;

namespace EnvHub.Contracts.Tests;

public sealed class SnapshotTests
{
    private const string CannotSnapshot = "EH1130", WrongType = "EH9004";

    [Test]
    public void Snapshot_AuthorWithoutExchange_IsRefused()
    {
        using var vector = new EnvironmentVector<float[], float[]>(() => new Slope(), 2);
        Assert.That(vector.CanSnapshot, Is.False);
        Refusal.Expect(CannotSnapshot, () => vector.Snapshot(new MemoryCheckpoint()));
        Refusal.Expect(CannotSnapshot, () => vector.Restore(new MemoryCheckpoint()));
    }

    [Test]
    public void CanSnapshot_WrapperThatDoesNotSay_IsFalse()
    {
        using var silent = new Silent(Corridors(2));
        Assert.That(silent.CanSnapshot, Is.False);
    }

    [Test]
    public void CanSnapshot_WrapperAroundOneThatCannot_IsFalse()
    {
        using var around = new Stateless(new EnvironmentVector<float[], float[]>(() => new Slope(), 2));
        using var able = new Stateless(Corridors(2));
        Assert.That((around.CanSnapshot, able.CanSnapshot), Is.EqualTo((false, true)));
    }

    [Test]
    public void Restore_FailsInTheLastCopy_TakesBackTheFirst()
    {
        using Rollout source = Rollout.Of(Corridors(3), seed: 1), disturbed = Rollout.Of(Corridors(3), seed: 2), quiet = Rollout.Of(Corridors(3), seed: 2);
        source.StepRandomly();
        var snapshot = new InMemoryCheckpoint();
        ((ISnapshotEnvironment)source.Environment).Snapshot(snapshot);
        var faulty = new InMemoryCheckpoint();
        foreach (string name in snapshot.Names) Copy(snapshot, faulty, name, asDouble: name == "copies.2.state.cell");
        Refusal.Expect(WrongType, () => ((ISnapshotEnvironment)disturbed.Environment).Restore(faulty));
        Assert.That(disturbed.Record(100), Is.EqualTo(quiet.Record(100)));
    }

    [TestCase(AutoresetMode.NextStep)]
    [TestCase(AutoresetMode.SameStep)]
    public void Restore_OtherAutoreset_GoesOnWithTheSameBits(AutoresetMode mode)
    {
        using AutoresetVector straight = new(Corridors(3), mode), restored = new(Corridors(3), mode);
        StepArena arena = new(straight.Inner), other = new(straight.Inner);
        straight.Reset([1, 2, 3], arena.Observations);
        for (int step = 0; step < 300; step++)
        {
            var snapshot = new MemoryCheckpoint();
            straight.Snapshot(snapshot);
            restored.Restore(snapshot);
            for (int i = 0; i < 3; i++) other.Actions[i] = arena.Actions[i] = (step + i) % 3 == 0 ? 0 : 1;
            straight.Step(arena.ActionBatch, arena.Buffers);
            restored.Step(other.ActionBatch, other.Buffers);
            Assert.That(other.Observations.ToArray(), Is.EqualTo(arena.Observations.ToArray()), $"step {step}");
            Assert.That(other.Rewards.ToArray(), Is.EqualTo(arena.Rewards.ToArray()), $"step {step}");
        }
    }

    private static EnvironmentVector<long, long> Corridors(int count) => new(() => new Corridor(), count);

    private static void Copy(InMemoryCheckpoint from, InMemoryCheckpoint to, string name, bool asDouble)
    {
        int length = from.LengthOf(name);
        if (asDouble) to.Write<double>(name, new double[length]);
        else if (name.EndsWith("words", StringComparison.Ordinal)) Copy<ulong>(from, to, name, length);
        else if (name.EndsWith("cell", StringComparison.Ordinal)) Copy<long>(from, to, name, length);
        else if (name is "count" or "steps") Copy<int>(from, to, name, length);
        else Copy<bool>(from, to, name, length);
    }

    private static void Copy<T>(InMemoryCheckpoint from, InMemoryCheckpoint to, string name, int length) where T : unmanaged
    {
        var values = new T[length];
        from.Read<T>(name, values);
        to.Write<T>(name, values);
    }

    private sealed class Silent(IVectorEnvironment inner) : WrapperVector(inner, inner.Spec);

    private sealed class Stateless(IVectorEnvironment inner) : WrapperVector(inner, inner.Spec)
    {
        protected override bool HasSnapshot => true;
    }
}
