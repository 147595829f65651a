using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>The network engine that the hub brings: no native library, made for the small networks that control tasks need.</summary>
public sealed class EmbeddedBackend : INetworkBackend
{
    /// <summary>The name that users write.</summary>
    public const string Name = "embedded";

    /// <summary>How the hub lists and makes it.</summary>
    public static NetworkBackendRegistration Registration { get; } = NetworkBackendRegistration.Of<NoOptions>(
        Name, "The hub's own engine: perceptrons and convolutions in vectorised C#, the same bits on every run.", static _ => new EmbeddedBackend());

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1150 or EH1151 the spec has no head or no layer, a size is below 1, two heads have one name, or layers do not fit
    /// together; EH1513 more parameters than one vector holds.</exception>
    public INetwork Create(NetworkSpec spec, RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(random);
        var plan = NetworkPlan.Of(spec);
        return spec.Layers is null ? new PerceptronNetwork(spec, random) : new LayeredNetwork(plan, random);
    }

    /// <inheritdoc/>
    public ParameterVector CreateVector(int length) => new HostVector(length);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1509 a negative count; EH1511 an option outside its range; EH1512 an unknown kind.</exception>
    public IOptimizer CreateOptimizer(OptimizerOptions options, int parameterCount)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptimizerChecks.Check(options, parameterCount);
        return options.Kind switch
        {
            OptimizerKind.Adam or OptimizerKind.AdamW => new AdamOptimizer(options, parameterCount),
            OptimizerKind.RmsProp => new RmsPropOptimizer(options, parameterCount),
            OptimizerKind.Sgd => new DescentOptimizer(options, parameterCount),
            _ => throw NetworkErrors.UnknownOptimizer(options.Kind),
        };
    }
}
