using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>The list of <c>envhub list plugins</c>, and with <c>--watch</c> what becomes of it.</summary>
internal static class PluginLists
{
    public static Listing Plugins(Hub hub) => Of(hub.Catalog);

    public static Listing Of(HubCatalog catalog)
    {
        var (table, json) = (new TextTable("id", "version", "state", "brings, or why it brings nothing"), new JsonArray());
        foreach (var plugin in catalog.Plugins)
        {
            table.Add(plugin.Id, plugin.Version ?? "", plugin.State.ToString(), plugin.Reason ?? string.Join(", ", Brings(plugin)));
            json.Add(new JsonObject
            {
                ["id"] = plugin.Id,
                ["version"] = plugin.Version,
                ["state"] = plugin.State.ToString(),
                ["reason"] = plugin.Reason,
                ["pending"] = plugin.Pending,
                ["folder"] = plugin.Folder,
                ["environments"] = JsonOutput.Array(plugin.Environments),
                ["learners"] = JsonOutput.Array(plugin.Learners),
                ["backends"] = JsonOutput.Array(plugin.Backends),
                ["wrappers"] = JsonOutput.Array(plugin.Wrappers),
                ["providers"] = JsonOutput.Array(plugin.Providers),
            });
        }
        return new(table, json);
    }

    /// <summary>What became of plugins, a line each.</summary>
    /// <param name="folders">Those that changed; plugins that fare otherwise now because of them are told too.</param>
    public static IEnumerable<string> Changes(HubCatalog before, HubCatalog now, IReadOnlyList<string> folders)
    {
        foreach (var old in before.Plugins)
            if (now.Plugins.All(plugin => plugin.Folder != old.Folder)) yield return $"removed   {old.Id} {old.Version}";
        foreach (var plugin in now.Plugins)
        {
            var old = before.Plugins.FirstOrDefault(old => old.Folder == plugin.Folder);
            if (folders.Contains(plugin.Folder) || old?.State != plugin.State) yield return Change(old, plugin);
        }
    }

    private static string Change(PluginStatus? old, PluginStatus plugin)
    {
        string name = $"{plugin.Id} {plugin.Version}".TrimEnd();
        if (plugin.Pending is { } pending) return $"kept      {name}: newer files cannot be taken up: {pending}";
        if (plugin.State != PluginState.Loaded) return $"failed    {name}: {plugin.Reason}";
        string what = old is { State: PluginState.Loaded } ? "replaced" : "loaded  ";
        return $"{what}  {name}: {string.Join(", ", Brings(plugin))}";
    }

    private static IEnumerable<string> Brings(PluginStatus plugin) =>
        [.. plugin.Environments, .. plugin.Providers.Select(provider => $"{provider}/<id>"), .. plugin.Learners, .. plugin.Backends, .. plugin.Wrappers];
}
