namespace EnvHub.Hosting;

/// <summary>The hub's environments by id. Finds, warns and refuses as Gymnasium's registry does.</summary>
public sealed class EnvironmentRegistry
{
    /// <exception cref="HubException">EH3034 an id twice; EH3035 one name with and without versions.</exception>
    public EnvironmentRegistry(IEnumerable<EnvironmentRegistration> environments)
    {
        All = [.. environments];
    }

    /// <summary>Ordered by name, then by version.</summary>
    public IReadOnlyList<EnvironmentRegistration> All { get; }

    /// <summary>The environment that <paramref name="id"/> stands for; without a version, the newest.</summary>
    /// <exception cref="HubException">EH1010 no id; EH3030 no such namespace; EH3031 no such name; EH3032 no such version;
    /// EH3033 the version is no longer there.</exception>
    public EnvironmentMatch Find(string id) => throw new NotImplementedException();
}
