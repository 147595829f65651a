namespace EnvHub.Hosting;

/// <summary>The hub's wrappers by name.</summary>
public sealed class WrapperRegistry
{
    private readonly NamedRegistry<WrapperRegistration> _wrappers;

    /// <exception cref="HubException">EH3034 a name twice.</exception>
    public WrapperRegistry(IEnumerable<WrapperRegistration> wrappers) => _wrappers = new("wrapper", wrappers, wrapper => wrapper.Name);

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<WrapperRegistration> All => _wrappers.All;

    /// <summary>What is said after a message that something is not there: of plugins that did not load.</summary>
    internal string Missing { get; init; } = "";

    /// <summary>The wrapper of that name.</summary>
    /// <exception cref="HubException">EH3038 no such wrapper.</exception>
    public WrapperRegistration Find(string name) => _wrappers.Find(name, HostingErrors.WrapperNotFound, Missing);
}
