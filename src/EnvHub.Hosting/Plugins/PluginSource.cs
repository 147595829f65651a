namespace EnvHub.Hosting;

/// <summary>A folder that holds a plugin, on its way into a catalog: its manifest, then what it registers. Each is read once.</summary>
/// <param name="folder">The plugin's folder, as users know it.</param>
/// <param name="files">Where its files are read: that folder, or a copy of it.</param>
internal sealed class PluginSource(string folder, string files, PluginLifetime lifetime)
{
    private PluginManifest? _manifest;
    private PluginBuilder? _registered;

    public PluginSource(string folder, PluginLifetime lifetime) : this(folder, folder, lifetime)
    {
    }

    /// <summary>The plugin's folder, as users know it.</summary>
    public string Folder => folder;

    /// <summary>Why newer files of the plugin are not taken up; null where there are none. See <see cref="WatchedCatalog"/>.</summary>
    public string? Pending { get; init; }

    /// <exception cref="PluginFailure">EH3011.</exception>
    public PluginManifest Manifest() => _manifest ??= Explained(() => PluginManifestReader.Read(files));

    /// <exception cref="PluginFailure">EH3011, EH3013 to EH3018.</exception>
    public PluginBuilder Register() => _registered ??= Explained(() => PluginActivation.Run(files, Manifest(), lifetime));

    /// <summary>Loads the plugin now.</summary>
    /// <returns>Why it cannot be loaded; null if it was.</returns>
    public PluginFailure? Load()
    {
        try
        {
            Register();
            return null;
        }
        catch (PluginFailure failure)
        {
            return failure;
        }
    }

    /// <summary>The same plugin as it was loaded, with newer files beside it that cannot be.</summary>
    public PluginSource Keep(PluginFailure newer) => new(folder, files, lifetime) { _manifest = _manifest, _registered = _registered, Pending = newer.Message };

    // Users know nothing of copies.
    private T Explained<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (PluginFailure failure) when (files != folder)
        {
            throw new PluginFailure(failure.State, failure.Code, failure.Message[(failure.Code.Length + 1)..].Replace(files, folder, StringComparison.Ordinal), failure);
        }
    }
}
