namespace EnvHub.Hosting;

/// <summary>The hub's network backends by name.</summary>
public sealed class NetworkBackendRegistry
{
    private readonly NamedRegistry<NetworkBackendRegistration> _backends;

    /// <exception cref="HubException">EH3034 a name twice.</exception>
    public NetworkBackendRegistry(IEnumerable<NetworkBackendRegistration> backends) =>
        _backends = new("network backend", backends, backend => backend.Name);

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<NetworkBackendRegistration> All => _backends.All;

    /// <summary>What is said after a message that something is not there: of plugins that did not load.</summary>
    internal string Missing { get; init; } = "";

    /// <summary>The backend of that name.</summary>
    /// <exception cref="HubException">EH3037 no such backend.</exception>
    public NetworkBackendRegistration Find(string name) => _backends.Find(name, HostingErrors.BackendNotFound, Missing);
}
