using System.CommandLine;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary><c>envhub transfer</c>: what the arms of a run gain over one that starts from nothing.</summary>
internal static class TransferVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var folder = new Argument<string>("run") { Description = "A run folder, e.g. runs/classic-pair/20260131-120000, or the run's name in 'list runs'." };
        var baseline = new Option<string>("--baseline") { Description = "The arm that the others are compared with.", HelpName = "arm", Required = true };
        var threshold = new Option<double?>("--threshold") { Description = "The return to reach. Default: each task's solved return.", HelpName = "return" }.Check(double.IsFinite, "a finite number");
        var draws = new Option<int>("--draws") { Description = "How often the seeds are drawn anew for an interval.", HelpName = "count", DefaultValueFactory = _ => 2000 }.AtLeast(1);
        var json = CommonOptions.Json();
        var verb = new Command("transfer", "Compare the arms of a run with one of them, seed by seed: at the start, over the whole curve, and in steps to a return.")
        {
            folder, baseline, threshold, draws, json,
        };
        verb.SetAction(parsed =>
        {
            var problems = new List<string>();
            var trials = TrialCurves.Read(Hub.RunFolder(parsed.GetValue(folder)!, parsed.GetValue(hub)), problems);
            foreach (string problem in problems) terminal.Error.WriteLine($"warning {problem}");
            var table = TransferTable.Of(trials, new TransferOptions
            {
                Baseline = parsed.GetValue(baseline)!,
                Threshold = parsed.GetValue(threshold),
                Bootstrap = new BootstrapOptions { Draws = parsed.GetValue(draws) },
            });
            TransferText.Write(terminal, table, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }
}
