using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub clean</c>: removes runs, and stored stages that no run builds on.</summary>
internal static class CleanVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "Runs to remove, as 'list runs' names them. Default: none; then stages go alone.", Arity = ArgumentArity.ZeroOrMore,
        }.WithoutOptions();
        var yes = new Option<bool>("--yes") { Description = "Remove. Without it the verb only shows what it would remove." };
        var json = CommonOptions.Json();
        var verb = new Command("clean", "Remove stored stages that no run builds on, and the runs that are named. What a live process uses stays.") { runs, yes, json };
        verb.SetAction(parsed =>
        {
            var cleaning = RunCleaning.Plan(Hub.Read(parsed.GetValue(hub)).RunsFolder, parsed.GetValue(runs)!);
            bool removes = parsed.GetValue(yes);
            var kept = removes ? cleaning.Remove() : [];
            CleaningText.Write(terminal, cleaning, removes ? kept : null, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }
}
