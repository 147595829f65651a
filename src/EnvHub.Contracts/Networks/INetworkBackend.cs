using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Makes networks: the embedded engine, or a plugin's. A backend is forward and backward; all learning mathematics is shared.</summary>
public interface INetworkBackend
{
    /// <summary>A network with PyTorch's default initialisation, drawn from <paramref name="random"/>.</summary>
    /// <exception cref="HubException">The spec has no head, no layer or a size below 1, or its layers do not fit together: see <see cref="NetworkPlan.Of"/>.</exception>
    INetwork Create(NetworkSpec spec, RandomGenerator random);

    /// <summary>A vector of zeros where this backend keeps its networks'; the caller's to dispose of.</summary>
    /// <param name="length">Values, at least 0.</param>
    ParameterVector CreateVector(int length);

    /// <summary>An optimiser for vectors of <paramref name="parameterCount"/> values.</summary>
    IOptimizer CreateOptimizer(OptimizerOptions options, int parameterCount);
}
