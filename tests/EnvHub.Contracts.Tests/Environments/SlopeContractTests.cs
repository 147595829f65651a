using EnvHub.TestKit;

namespace EnvHub.Contracts.Tests;

/// <summary>The adapter keeps the promises of a vector environment for an author's environment of boxes.</summary>
public sealed class SlopeContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new EnvironmentVector<float[], float[]>(() => new Slope(), count);

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => new EnvironmentVector<float[], float[]>(() => new Slope(limit), count);

    /// <summary>The array that an action is read into: its header, its length and one float, rounded up.</summary>
    protected override long AllowedBytesPerStep => 32;
}
