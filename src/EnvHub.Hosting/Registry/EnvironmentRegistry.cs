namespace EnvHub.Hosting;

/// <summary>The hub's environments by id. Finds, warns and refuses as Gymnasium's registry does.</summary>
/// <remarks>Source: <c>gymnasium/envs/registration.py</c>. Differs: an id registered twice is an error, not an override; suggestions
/// ignore letter case.</remarks>
public sealed class EnvironmentRegistry
{
    private readonly Dictionary<string, EnvironmentRegistration> _byId = new(StringComparer.Ordinal);
    private readonly ILookup<string, EnvironmentRegistration> _byName;
    private readonly Dictionary<string, EnvironmentProvider> _providers;

    /// <exception cref="HubException">EH3034 an id twice; EH3035 one name with and without versions.</exception>
    public EnvironmentRegistry(IEnumerable<EnvironmentRegistration> environments, IEnumerable<EnvironmentProvider>? providers = null)
    {
        ArgumentNullException.ThrowIfNull(environments);
        _providers = (providers ?? []).ToDictionary(provider => provider.Name, StringComparer.Ordinal);
        All = [.. environments
            .OrderBy(environment => environment.Id.FullName, StringComparer.Ordinal).ThenBy(environment => environment.Id.Version)];
        _byName = All.ToLookup(environment => environment.Id.FullName, StringComparer.Ordinal);
        foreach (var environment in All)
        {
            if (!_byId.TryAdd($"{environment.Id}", environment)) throw HostingErrors.RegisteredTwice($"environment '{environment.Id}'");
        }
        foreach (var versions in _byName)
        {
            if (versions.DistinctBy(environment => environment.Id.Version is null).Count() > 1) throw HostingErrors.MixedVersions(versions.Key);
        }
    }

    /// <summary>Ordered by name, then by version.</summary>
    public IReadOnlyList<EnvironmentRegistration> All { get; }

    /// <summary>Where environments that are not listed here are found; ordered by name.</summary>
    public IReadOnlyList<EnvironmentProvider> Providers => [.. _providers.Values.OrderBy(provider => provider.Name, StringComparer.Ordinal)];

    /// <summary>What is said after a message that something is not there: of plugins that did not load.</summary>
    internal string Missing { get; init; } = "";

    /// <summary>The environment that <paramref name="id"/> stands for; without a version, the newest.</summary>
    /// <exception cref="HubException">EH1010 no id; EH3030 no such namespace; EH3031 no such name; EH3032 no such version;
    /// EH3033 the version is no longer registered.</exception>
    public EnvironmentMatch Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && _providers.TryGetValue(id[..slash], out var provider))
            return new(provider.Find(id[(slash + 1)..]), null);
        var asked = EnvironmentId.Parse(id);
        var newest = _byName[asked.FullName].LastOrDefault() ?? throw NotFound(asked);
        if (_byId.TryGetValue(id, out var exact)) return new(exact, exact == newest ? null : OutOfDate(exact, newest));
        if (asked.Version is null) return new(newest, Unversioned(asked, newest));
        if (newest.Id.Version is null || asked.Version < newest.Id.Version)
            throw HostingErrors.DeprecatedEnvironment(id, newest.Id.ToString());
        throw HostingErrors.VersionNotFound(id, string.Join(", ", _byName[asked.FullName].Select(environment => environment.Id)));
    }

    private HubException NotFound(EnvironmentId asked)
    {
        var spaces = All.Select(environment => environment.Id.Namespace).OfType<string>().Concat(_providers.Keys).Distinct();
        if (asked.Namespace is { } space && !spaces.Contains(space, StringComparer.Ordinal))
            return HostingErrors.NamespaceNotFound(asked.ToString(), space, CloseMatch.Hint(space, spaces) + Missing);
        var siblings = All.Where(environment => environment.Id.Namespace == asked.Namespace);
        string? name = CloseMatch.Find(asked.Name, siblings.Select(environment => environment.Id.Name).Distinct());
        // A namespace is easily left out.
        var meant = name is null ? All.LastOrDefault(environment => environment.Id.Name == asked.Name) : siblings.Last(environment => environment.Id.Name == name);
        string hint = meant is null ? $" Registered: {NameList.Of(_byId.Keys)}." : $" Did you mean '{meant.Id}'?";
        return HostingErrors.NameNotFound(asked.ToString(), asked.FullName, hint + Missing);
    }

    private static string OutOfDate(EnvironmentRegistration asked, EnvironmentRegistration newest) =>
        $"environment '{asked.Id}' is out of date; the newest version is '{newest.Id}'.";

    private static string Unversioned(EnvironmentId asked, EnvironmentRegistration newest) =>
        $"environment '{asked}' has no version; the newest one, '{newest.Id}', is used. Write the version, so that results stay comparable.";
}
