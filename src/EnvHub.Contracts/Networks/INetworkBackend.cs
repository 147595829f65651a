using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Makes networks: the embedded engine, or a plugin's. A backend is forward and backward; all learning mathematics is shared.</summary>
public interface INetworkBackend
{
    /// <summary>A network with PyTorch's default initialisation, drawn from <paramref name="random"/>.</summary>
    /// <exception cref="HubException">The spec has no head, no hidden layer or a size below 1.</exception>
    INetwork Create(NetworkSpec spec, RandomGenerator random);

    /// <summary>An optimiser for vectors of <paramref name="parameterCount"/> values.</summary>
    IOptimizer CreateOptimizer(OptimizerOptions options, int parameterCount);
}
