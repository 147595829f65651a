namespace EnvHub.Hosting;

/// <summary>What is said of plugins that did not load where something is missing that they may have brought.</summary>
internal static class FailedPlugins
{
    private const int Shown = 3;

    /// <summary>Which they are and why, in sentences after a blank; empty where all loaded.</summary>
    public static string Sentences(IEnumerable<PluginStatus> plugins)
    {
        PluginStatus[] failed = [.. plugins.Where(plugin => plugin.State != PluginState.Loaded)];
        string told = string.Concat(failed.Take(Shown).Select(plugin => $" The plugin '{plugin.Id}' did not load, so nothing of it is registered: {plugin.Reason}"));
        return failed.Length <= Shown ? told : $"{told} Nor did {failed.Length - Shown} more: see 'envhub list plugins'.";
    }
}
