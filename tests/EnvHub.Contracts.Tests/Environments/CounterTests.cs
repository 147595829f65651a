namespace EnvHub.Contracts.Tests;

/// <summary>Counters of what is inside are seen from outside.</summary>
public sealed class CounterTests
{
    [Test]
    public void Counters_SeparateCopies_AreAddedUp()
    {
        int made = 0;
        using var copies = new SeparateCopies(_ => new Counting(++made), 3);
        Assert.That(copies.Counters, Is.EqualTo(new Dictionary<string, long> { ["restarts"] = 1 + 2 + 3 }));
    }

    [Test]
    public void Counters_Wrapped_PassThrough()
    {
        using var wrapped = new Plain(new Counting(4));
        Assert.That(wrapped.Counters, Is.EqualTo(new Dictionary<string, long> { ["restarts"] = 4 }));
    }

    [Test]
    public void Counters_NothingCounts_AreEmpty()
    {
        using var wrapped = new Plain(new SeparateCopies(_ => new Plain(new Silent()), 1));
        Assert.That(wrapped.Counters, Is.Empty);
    }

    private sealed class Plain(IVectorEnvironment inner) : WrapperVector(inner, inner.Spec);

    private sealed class Counting(long restarts) : Silent, IMetricSource
    {
        public IReadOnlyDictionary<string, long> Counters { get; } = new Dictionary<string, long> { ["restarts"] = restarts };
    }

    private class Silent : IVectorEnvironment
    {
        public EnvironmentSpec Spec { get; } = new() { Id = EnvironmentId.Parse("Silent-v0"), ObservationSpace = new DiscreteSpace(1), ActionSpace = new DiscreteSpace(1) };

        public int Count => 1;

        public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output) => output.Observations.Clear();

        public void Step(in ActionBatch actions, in StepBuffers output) => output.Rewards.Clear();

        public void Dispose() => GC.SuppressFinalize(this);
    }
}
