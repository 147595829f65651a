using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub list plugins</c>: every plugin that was found, once or, with <c>--watch</c>, as they come and go.</summary>
internal static class ListPluginsVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal, string name = "plugins")
    {
        var json = CommonOptions.Json();
        var watch = new Option<bool>("--watch")
        {
            Description = "Go on, and show each plugin that is dropped in, replaced or removed, until Ctrl-C. With --json: the whole list again, one value per line.",
        };
        var verb = new Command(name, "Every plugin that was found, and why a failed one failed.") { json, watch };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(watch)) return Watch(Hub.Read(parsed.GetValue(hub)), parsed.GetValue(json), terminal);
            PluginLists.Plugins(Hub.Open(parsed.GetValue(hub))).Write(terminal, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static int Watch(HubOptions options, bool json, Terminal terminal)
    {
        using var interruption = new Interruption();
        using var watched = new WatchedCatalog(options);
        var shown = watched.Current;
        if (json) WriteLine(shown, terminal);
        else PluginLists.Of(shown).Write(terminal, json: false);
        try
        {
            watched.FollowAsync(Show, TimeProvider.System, interruption.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // The way in which it ends.
        }
        return ExitCode.Ok;

        void Show(IReadOnlyList<string> folders)
        {
            var now = watched.Current;
            if (json) WriteLine(now, terminal);
            else foreach (string line in PluginLists.Changes(shown, now, folders)) terminal.Output.WriteLine(line);
            shown = now;
        }
    }

    private static void WriteLine(HubCatalog catalog, Terminal terminal) => terminal.Output.WriteLine(PluginLists.Of(catalog).Json.ToJsonString());
}
