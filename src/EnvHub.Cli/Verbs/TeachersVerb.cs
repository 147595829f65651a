using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub teachers</c>: how much of their teachers' scores the students of a run have.</summary>
internal static class TeachersVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var folder = new Argument<string>("run") { Description = "A run folder, e.g. runs/distillation/20260131-120000, or the run's name in 'list runs'." };
        var required = new Option<double>("--at-least")
        {
            Description = "The share that a seed must have on every task to be counted.", HelpName = "share", DefaultValueFactory = _ => 0.95,
        }.Check(double.IsFinite, "a finite number");
        var json = CommonOptions.Json();
        var verb = new Command("teachers", "Compare what the arms of a run ended with with the stages that they were taught by: shares of the score above random.")
        {
            folder, required, json,
        };
        verb.SetAction(parsed =>
        {
            var table = TeacherTable.Read(Hub.RunFolder(parsed.GetValue(folder)!, parsed.GetValue(hub)), parsed.GetValue(required));
            foreach (string problem in table.Problems) terminal.Error.WriteLine($"warning {problem}");
            TeacherText.Write(terminal, table, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }
}
