namespace EnvHub.Hosting.Tests;

public sealed record SampleRequired
{
    public required string Name { get; init; }

    public required IReadOnlyList<int> Numbers { get; init; }
}
