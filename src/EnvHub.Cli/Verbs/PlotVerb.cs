using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub plot</c>: the learning curves of a run, in the terminal.</summary>
internal static class PlotVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var folder = new Argument<string>("run") { Description = "A run folder, e.g. runs/classic-pair/20260131-120000, or the run's name in 'list runs'." };
        var task = new Option<string?>("--task") { Description = "Which task. Default: all.", HelpName = "name" };
        var rows = new Option<int>("--rows") { Description = "Lines per chart.", HelpName = "count", DefaultValueFactory = _ => 12 }.AtLeast(3);
        var json = CommonOptions.Json();
        var verb = new Command("plot", "Draw the learning curves of a run: the mean greedy return over the seeds of each arm.") { folder, task, rows, json };
        verb.SetAction(parsed =>
        {
            var problems = new List<string>();
            var curves = ArmCurve.Of(TrialCurves.Read(Hub.RunFolder(parsed.GetValue(folder)!, parsed.GetValue(hub)), problems));
            foreach (string problem in problems) terminal.Error.WriteLine($"warning {problem}");
            if (parsed.GetValue(task) is { } wanted)
            {
                if (curves.All(curve => curve.Task != wanted)) throw CliErrors.NoSuchTask(wanted, curves.Select(curve => curve.Task).Distinct());
                curves = [.. curves.Where(curve => curve.Task == wanted)];
            }
            PlotText.Write(terminal, curves, parsed.GetValue(rows), parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }
}
