namespace EnvHub.Hosting;

/// <summary>Takes plugins one after the other and keeps what each registers, if nothing of it is there already.</summary>
/// <param name="open">The plugin of a folder; null for one that is left out.</param>
internal sealed class PluginCollector(Func<string, PluginSource?> open)
{
    private readonly List<PluginStatus> _statuses = [];
    private readonly List<EnvironmentRegistration> _environments = [];
    private readonly List<LearnerRegistration> _learners = [];
    private readonly List<NetworkBackendRegistration> _backends = [];
    private readonly List<WrapperRegistration> _wrappers = [];
    private readonly List<EnvironmentProvider> _providers = [];
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>Takes the hub's own registrations, before any plugin's.</summary>
    public void AddHost(NetworkBackendRegistration backend)
    {
        _owners.Add(KeyOf(backend), "the hub itself");
        _backends.Add(backend);
    }

    /// <summary>Takes all plugins below a folder that hub.json names; those that were taken already are not taken again.</summary>
    public void AddFolder(string root)
    {
        if (!Directory.Exists(root))
        {
            AddFailure(root, null, HostingErrors.MissingFolder(root));
            return;
        }
        foreach (string folder in PluginSearch.In(root))
        {
            if (_statuses.All(status => status.Folder != folder) && open(folder) is { } plugin) AddPlugin(plugin);
        }
    }

    public HubCatalog ToCatalog()
    {
        PluginStatus[] plugins = [.. _statuses.OrderBy(status => status.Folder, StringComparer.Ordinal)];
        string missing = FailedPlugins.Sentences(plugins);
        return new(plugins, new(_environments, _providers) { Missing = missing }, new(_learners) { Missing = missing }, new(_backends) { Missing = missing },
            new(_wrappers) { Missing = missing });
    }

    private void AddPlugin(PluginSource source)
    {
        PluginManifest? manifest = null;
        try
        {
            manifest = source.Manifest();
            if (!_folders.TryAdd(manifest.Id, source.Folder)) throw HostingErrors.DuplicateId(manifest.Id, source.Folder, _folders[manifest.Id]);
            Accept(source, manifest);
        }
        catch (PluginFailure failure)
        {
            AddFailure(source.Folder, manifest, failure);
        }
    }

    private void Accept(PluginSource source, PluginManifest manifest)
    {
        var plugin = source.Register();
        string[] keys = [.. plugin.Environments.Select(KeyOf), .. plugin.Learners.Select(KeyOf), .. plugin.Backends.Select(KeyOf),
            .. plugin.Wrappers.Select(KeyOf), .. plugin.Providers.Select(KeyOf)];
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            if (_owners.TryGetValue(key, out string? owner)) throw HostingErrors.Collision(manifest.Id, key, owner);
            if (!own.Add(key)) throw HostingErrors.Collision(manifest.Id, key, "the plugin itself");
        }
        CheckVersions(plugin, manifest.Id);
        foreach (string key in keys) _owners.Add(key, $"plugin {manifest.Id}");
        _environments.AddRange(plugin.Environments);
        _learners.AddRange(plugin.Learners);
        _backends.AddRange(plugin.Backends);
        _wrappers.AddRange(plugin.Wrappers);
        _providers.AddRange(plugin.Providers);
        _statuses.Add(StatusOf(source.Folder, manifest, PluginState.Loaded) with
        {
            Pending = source.Pending,
            Environments = [.. plugin.Environments.Select(environment => environment.Id.ToString())],
            Learners = [.. plugin.Learners.Select(learner => learner.Name)],
            Backends = [.. plugin.Backends.Select(backend => backend.Name)],
            Wrappers = [.. plugin.Wrappers.Select(wrapper => wrapper.Name)],
            Providers = [.. plugin.Providers.Select(provider => provider.Name)],
        });
    }

    // One name is either versioned or not, over all plugins.
    private void CheckVersions(PluginBuilder plugin, string id)
    {
        foreach (var environment in plugin.Environments)
        {
            var other = _environments.Concat(plugin.Environments).FirstOrDefault(other =>
                other.Id.FullName == environment.Id.FullName && other.Id.Version is null != environment.Id.Version is null);
            if (other is null) continue;
            throw HostingErrors.MixedVersions(id, $"{environment.Id}", $"{other.Id}", _owners.GetValueOrDefault(KeyOf(other), "the plugin itself"));
        }
    }

    private void AddFailure(string folder, PluginManifest? manifest, PluginFailure failure) =>
        _statuses.Add(StatusOf(folder, manifest, failure.State) with { Reason = failure.Message });

    private static PluginStatus StatusOf(string folder, PluginManifest? manifest, PluginState state) => new()
    {
        Id = manifest?.Id ?? Path.GetFileName(folder),
        Folder = folder,
        State = state,
        Name = manifest?.Name,
        Version = manifest?.Version,
        Description = manifest?.Description,
    };

    private static string KeyOf(EnvironmentRegistration environment) => $"environment '{environment.Id}'";

    private static string KeyOf(LearnerRegistration learner) => $"learner '{learner.Name}'";

    private static string KeyOf(WrapperRegistration wrapper) => $"wrapper '{wrapper.Name}'";

    private static string KeyOf(EnvironmentProvider provider) => $"environment provider '{provider.Name}'";

    private static string KeyOf(NetworkBackendRegistration backend) => $"network backend '{backend.Name}'";
}
