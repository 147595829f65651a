using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

/// <summary>Every network is <see cref="LinearNetwork"/> at (1, 2).</summary>
internal sealed class LinearBackend : INetworkBackend
{
    public INetwork Create(NetworkSpec spec, RandomGenerator random) => new LinearNetwork(1, 2);

    public ParameterVector CreateVector(int length) => HandMade.Backend.CreateVector(length);

    public IOptimizer CreateOptimizer(OptimizerOptions options, int parameterCount) => new EmbeddedBackend().CreateOptimizer(options, parameterCount);
}
