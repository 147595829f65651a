using System.CommandLine;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary><c>envhub parity</c>: does a native environment equal Python's, bit for bit?</summary>
internal static class ParityVerb
{
    private static readonly ParityOptions Defaults = new();

    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var native = new Argument<string>("native") { Description = "The hub's environment." };
        var python = new Argument<string?>("python") { Description = "Gymnasium's id, or module:id. Default: the same.", Arity = ArgumentArity.ZeroOrOne };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds.", HelpName = "count", DefaultValueFactory = _ => Defaults.Seeds }.AtLeast(1);
        var first = new Option<ulong>("--first-seed", "--seed") { Description = "The first of them.", HelpName = "seed" };
        var steps = new Option<int>("--steps") { Description = "Steps per seed.", HelpName = "steps", DefaultValueFactory = _ => Defaults.Steps }.AtLeast(1);
        var (modules, limit) = (PythonOptions.Modules(), PythonOptions.Limit());
        var (set, json) = (CommonOptions.Set("the native environment's settings, which become keyword arguments in Python"), CommonOptions.Json());
        var verb = new Command("parity", "Compare a native environment with Python's, bit for bit, under random actions.") { native, python, seeds, first, steps, set, modules, limit, json };
        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var (task, warning) = EnvironmentPlanner.Plan(Hub.Open(parsed.GetValue(hub)).Catalog, parsed.GetValue(native)!, parsed.GetValue(set)!, []);
            if (warning is not null) terminal.Error.WriteLine($"warning {warning}");
            var options = new ParityOptions { Seeds = parsed.GetValue(seeds), FirstSeed = parsed.GetValue(first), Steps = parsed.GetValue(steps) };
            var order = new ParityOrder(PythonOptions.Id(parsed.GetValue(python) ?? task.Spec.Name), PythonOptions.Arguments(parsed.GetValue(set)!), options,
                TimeSpan.FromSeconds(parsed.GetValue(limit))) { ModuleFolder = parsed.GetValue(modules) };
            return Show(terminal, () => ParityRun.Of(task, Interpreter.Require(), order, stop), parsed.GetValue(json));
        }, CancellationToken.None));
        return verb;
    }

    private static int Show(Terminal terminal, Func<ParityRun> compare, bool json)
    {
        try
        {
            var run = compare();
            if (json) JsonOutput.Write(terminal, ParityText.ToJson(run));
            else ParityText.Write(terminal, run);
            return run.Result.IsEqual ? ExitCode.Ok : ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }
}
