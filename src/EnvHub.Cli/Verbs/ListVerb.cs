using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub list</c>: what the hub knows.</summary>
internal static class ListVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal) => new("list", "Show what the hub knows.")
    {
        Sub("environments", "Environments that the loaded plugins bring.", hub, terminal, HubLists.Environments),
        Sub("learners", "Learners that the loaded plugins bring.", hub, terminal, HubLists.Learners),
        Sub("wrappers", "Wrappers that the loaded plugins bring.", hub, terminal, HubLists.Wrappers),
        Sub("plugins", "Every plugin that was found, and why a failed one failed.", hub, terminal, HubLists.Plugins),
        Sub("suites", "Suites of hub.json.", hub, terminal, HubLists.Suites),
        Sub("experiments", "Experiments of hub.json.", hub, terminal, HubLists.Experiments),
    };

    private static Command Sub(string name, string description, Option<string?> hub, Terminal terminal, Func<Hub, Listing> list)
    {
        var json = CommonOptions.Json();
        var verb = new Command(name, description) { json };
        verb.SetAction(parsed =>
        {
            var listing = list(Hub.Open(parsed.GetValue(hub)));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, listing.Json);
            else listing.Table.Write(terminal);
            return ExitCode.Ok;
        });
        return verb;
    }
}
