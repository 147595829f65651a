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
        Sub("backends", "Network backends, and what this machine lacks for them.", hub, terminal, HubLists.Backends),
        ListPluginsVerb.Create(hub, terminal),
        Sub("suites", "Suites of hub.json.", hub, terminal, HubLists.Suites),
        Sub("experiments", "Experiments of hub.json.", hub, terminal, HubLists.Experiments),
        Sub("runs", "Runs in the runs folder, how far they are, and how to go on with those that were interrupted.", hub, terminal, RunLists.Runs),
        Sub("stages", "Stored stages, which runs share, and which runs build on each.", hub, terminal, RunLists.Stages),
    };

    private static Command Sub(string name, string description, Option<string?> hub, Terminal terminal, Func<Hub, Listing> list)
    {
        var json = CommonOptions.Json();
        var verb = new Command(name, description) { json };
        verb.SetAction(parsed =>
        {
            list(Hub.Open(parsed.GetValue(hub))).Write(terminal, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }
}
