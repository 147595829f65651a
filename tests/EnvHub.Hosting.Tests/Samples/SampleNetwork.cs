using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace EnvHub.Hosting.Tests;

public sealed record SampleNetwork
{
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [8, 8];

    public SampleChoice Choice { get; init; }
}
