using EnvHub.Networks;

namespace EnvHub.Hosting;

/// <summary>Everything that the hub can run: what its plugins and the host itself registered.</summary>
/// <param name="Plugins">Every plugin that was found, in the ordinal order of the folders; failed ones too.</param>
/// <param name="Environments">Environments by id.</param>
/// <param name="Learners">Learners by name.</param>
/// <param name="Backends">Network backends by name; the host brings <c>embedded</c>.</param>
/// <param name="Wrappers">Wrappers by name.</param>
public sealed record HubCatalog(
    IReadOnlyList<PluginStatus> Plugins, EnvironmentRegistry Environments, LearnerRegistry Learners, NetworkBackendRegistry Backends,
    WrapperRegistry Wrappers)
{
    /// <summary>Loads the plugins of <paramref name="options"/>. Never fails for a plugin's sake: see <see cref="PluginStatus"/>.</summary>
    public static HubCatalog Load(HubOptions options, PluginLifetime lifetime = PluginLifetime.Process)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Collect(options, folder => new PluginSource(folder, lifetime));
    }

    internal static HubCatalog Collect(HubOptions options, Func<string, PluginSource?> open)
    {
        var plugins = new PluginCollector(open);
        plugins.AddHost(EmbeddedBackend.Registration);
        foreach (string folder in options.PluginFolders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) plugins.AddFolder(folder);
        return plugins.ToCatalog();
    }
}
