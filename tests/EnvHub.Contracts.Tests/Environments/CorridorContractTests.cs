using EnvHub.TestKit;

namespace EnvHub.Contracts.Tests;

/// <summary>The adapter keeps the promises of a vector environment for a discrete author's environment.</summary>
public sealed class CorridorContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new EnvironmentVector<long, long>(() => new Corridor(), count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new EnvironmentVector<long, long>(() => new Corridor(length: 1000, limit), count);
}
