namespace EnvHub.Hosting;

/// <summary>The hub's network backends by name.</summary>
public sealed class NetworkBackendRegistry
{
    /// <exception cref="HubException">EH3034 a name twice.</exception>
    public NetworkBackendRegistry(IEnumerable<NetworkBackendRegistration> backends)
    {
        All = [.. backends];
    }

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<NetworkBackendRegistration> All { get; }

    /// <summary>The backend of that name.</summary>
    /// <exception cref="HubException">EH3037 no such backend.</exception>
    public NetworkBackendRegistration Find(string name) => throw new NotImplementedException();
}
