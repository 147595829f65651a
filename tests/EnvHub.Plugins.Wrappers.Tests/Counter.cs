using System.Text.Json.Nodes;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Counts its steps, and tells the count as its info.</summary>
internal sealed class Counter() : Environment<long, long>(Description)
{
    public static readonly EnvironmentSpec Description = new()
    {
        Id = EnvironmentId.Parse("Counter-v0"), ObservationSpace = new DiscreteSpace(100), ActionSpace = new DiscreteSpace(2),
    };

    private long _count;

    public override JsonObject Info => new() { ["count"] = _count };

    protected override long OnReset() => _count = 0;

    protected override StepResult<long> OnStep(long action) => new(++_count, 1);
}
