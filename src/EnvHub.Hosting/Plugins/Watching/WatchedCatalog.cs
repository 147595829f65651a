namespace EnvHub.Hosting;

/// <summary>A catalog that follows its folders: a plugin that is dropped in, replaced or removed is taken up as a whole or not at all.</summary>
/// <remarks>Whoever took a registration from an earlier <see cref="Current"/> keeps what it was: a trial ends with what it began with. Files
/// are looked at twice a second, which works on every file system; what changes is taken up once two looks agree. Code that was loaded this
/// way can be unloaded and is slower: see <see cref="PluginLifetime.Catalog"/>.</remarks>
public sealed class WatchedCatalog : IDisposable
{
    /// <summary>From one look to the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly HubOptions _options;
    private readonly PluginCopies _copies = new();
    private readonly Dictionary<string, WatchedPlugin> _plugins = new(StringComparer.Ordinal);
    private readonly Lock _look = new();
    private string[] _roots = [];

    /// <summary>Loads the plugins of <paramref name="options"/>.</summary>
    public WatchedCatalog(HubOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Look();
        Look();
        Current ??= Collect();
    }

    /// <summary>What the hub can run now.</summary>
    public HubCatalog Current { get; private set; } = null!;

    /// <summary>Looks at the folders until cancelled.</summary>
    /// <param name="changed">Called whenever <see cref="Current"/> is another, with the folders that made it so; on a thread of the pool, one
    /// call after the other.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task FollowAsync(Action<IReadOnlyList<string>> changed, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changed);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            if (Look() is { Count: > 0 } folders) changed(folders);
    }

    /// <summary>Takes up what changed before the last look and not since.</summary>
    /// <returns>The folders of plugins that were taken up or removed, and the hub's plugin folders that appeared or went; empty where
    /// <see cref="Current"/> is as it was.</returns>
    public IReadOnlyList<string> Look()
    {
        lock (_look)
        {
            string[] roots = [.. _options.PluginFolders.Where(Directory.Exists)];
            string[] folders = [.. roots.SelectMany(PluginSearch.In).Distinct(StringComparer.Ordinal)];
            List<string> changed = [.. roots.Except(_roots), .. _roots.Except(roots)];
            _roots = roots;
            foreach (string gone in _plugins.Keys.Except(folders).ToArray())
                if (_plugins.Remove(gone, out var plugin) && plugin.Source is not null) changed.Add(gone);
            foreach (string folder in folders)
            {
                if (!_plugins.TryGetValue(folder, out var plugin)) _plugins.Add(folder, plugin = new(folder, _copies));
                if (plugin.Look()) changed.Add(folder);
            }
            if (changed.Count > 0) Current = Collect();
            return changed;
        }
    }

    /// <summary>Lets go of the copies that plugins were loaded from; trials must have ended.</summary>
    public void Dispose() => _copies.Dispose();

    private HubCatalog Collect() => HubCatalog.Collect(_options, folder => _plugins.GetValueOrDefault(folder)?.Source);
}
