using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub check</c>: does an environment keep its promises?</summary>
internal static class CheckVerb
{
    private static readonly CheckOptions Defaults = new();

    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The environment's id; gymnasium/... for one of Python's." };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds.", HelpName = "count", DefaultValueFactory = _ => Defaults.Seeds }.AtLeast(1);
        var steps = new Option<int>("--steps") { Description = "Steps per rule and seed.", HelpName = "steps", DefaultValueFactory = _ => Defaults.Steps }.AtLeast(1);
        var (modules, limit) = (PythonOptions.Modules(), PythonOptions.Limit());
        var (set, json) = (CommonOptions.Set("the environment's settings"), CommonOptions.Json());
        var verb = new Command("check", "Examine an environment rule by rule: interface, spaces, determinism, buffers, rendering; Python's in Python and behind the bridge.") { id, seeds, steps, set, modules, limit, json };
        verb.SetAction(parsed =>
        {
            var options = new CheckOptions { Seeds = parsed.GetValue(seeds), Steps = parsed.GetValue(steps) };
            var (name, settings) = (parsed.GetValue(id)!, parsed.GetValue(set)!);
            var opened = Hub.Open(parsed.GetValue(hub));
            var report = name.StartsWith(PythonOptions.Prefix, StringComparison.Ordinal)
                ? ExaminePython(name, settings, (parsed.GetValue(modules), TimeSpan.FromSeconds(parsed.GetValue(limit))))
                : Examine(Plan(name, settings));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, CheckReportText.ToJson(report));
            else CheckReportText.Write(terminal, report);
            return report.HasErrors ? ExitCode.Failed : ExitCode.Ok;

            TaskPlan Plan(string name, string[] settings)
            {
                var (task, warning) = EnvironmentPlanner.Plan(opened.Catalog, name, settings, []);
                if (warning is not null) terminal.Error.WriteLine($"warning {warning}");
                return task;
            }

            CheckReport Examine(TaskPlan task) => EnvironmentChecker.Examine(new CheckSubject(task.Registration, task.Settings, options));

            CheckReport ExaminePython(string name, string[] settings, (string? Modules, TimeSpan Longest) limits)
            {
                var (theirs, arguments) = (PythonOptions.Id(name), PythonOptions.Arguments(settings));
                var order = PythonChecker.Order(theirs, arguments, options, limits.Longest) with { ModuleFolder = limits.Modules };
                var python = PythonChecker.Examine(Interpreter.Require(), theirs, order);
                return BridgeChecker.Add(python, () => Plan(name, BridgeChecker.Settings(arguments.ToJsonString(), limits.Modules)), options);
            }
        });
        return verb;
    }
}
