using System.CommandLine;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary><c>envhub python</c>: which Pythons are there, and one of the hub's own.</summary>
internal static class PythonVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal) =>
        new("python", "The Python that runs Gymnasium's environments.") { Setup(hub, terminal), List(hub, terminal) };

    private static Command Setup(Option<string?> hub, Terminal terminal)
    {
        var folder = new Option<string?>("--folder") { Description = "Where to. Default: .envhub/python beside hub.json.", HelpName = "path" };
        var source = new Option<PythonSource>("--from") { Description = "Where packages come from.", DefaultValueFactory = _ => PythonSource.Any };
        var with = new Option<string[]>("--with")
        {
            Description = "A further package, by pip's name, e.g. pygame for pictures of classic control; may be given again. What the folder has stays.",
            HelpName = "package",
        };
        var again = new Option<bool>("--again") { Description = "Prepare anew what is there and works." };
        var json = CommonOptions.Json();
        var verb = new Command("setup", "Prepare a Python with Gymnasium, by pip or from the distribution's packages; nothing else changes.") { folder, source, with, again, json };
        verb.SetAction((parsed, cancellation) => CommonOptions.Attempt(terminal, async () =>
        {
            string? named = parsed.GetValue(folder);
            var options = new PythonSetupOptions
            {
                Folder = named ?? PythonPlaces.DefaultFolder(Hub.Read(parsed.GetValue(hub)).Root),
                Source = parsed.GetValue(source),
                Extras = parsed.GetValue(with) ?? [],
                Again = parsed.GetValue(again),
            };
            var result = await PythonSetup.RunAsync(options, terminal.Error.WriteLine, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, PythonText.ToJson(result));
            else Tell(terminal, result, isNamed: named is not null);
            return ExitCode.Ok;
        }));
        return verb;
    }

    private static Command List(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("list", "Pythons in the order in which they count, and why some are passed over.") { json };
        verb.SetAction(parsed =>
        {
            Hub.Read(parsed.GetValue(hub));
            var findings = PythonLocator.Search();
            var chosen = findings.FirstOrDefault(finding => finding.Missing is null);
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, JsonOutput.Array(findings.Select(finding => PythonText.ToJson(finding, finding == chosen))));
            else foreach (var finding in findings) terminal.Output.WriteLine(PythonText.Describe(finding, finding == chosen));
            if (chosen is null) terminal.Error.WriteLine("None of them runs Gymnasium's environments: envhub python setup.");
            return chosen is null ? ExitCode.Failed : ExitCode.Ok;
        });
        return verb;
    }

    private static void Tell(Terminal terminal, PythonSetupResult result, bool isNamed)
    {
        string state = result.IsNew ? "ready" : "was ready";
        terminal.Output.WriteLine($"{result.Folder}: {state}; Python {result.Python.Version}, NumPy {result.Python.NumPy}, Gymnasium {result.Python.Gymnasium}{PythonText.With(result.Manifest.Extras)}.");
        if (isNamed) terminal.Output.WriteLine($"Name it in hub.json if it is not that hub's .envhub/python: \"python\": \"{result.Folder}\".");
    }
}
