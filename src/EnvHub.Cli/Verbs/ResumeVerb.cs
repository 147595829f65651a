using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub resume</c>: runs what is left of a run that was interrupted.</summary>
internal static class ResumeVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var run = new Argument<string>("run") { Description = "The run folder, as compare and train name it, or the run's name in 'list runs'." };
        var failed = new Option<bool>("--failed") { Description = "Try trials again that failed." };
        var (parallel, json) = (CommonOptions.Parallel().AtLeast(1), CommonOptions.Json());
        var verb = new Command("resume", "Go on with a run that was interrupted, from its last checkpoints; it ends with the same bits.") { run, failed, parallel, json };
        verb.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetValue(run)!;
            var opened = Hub.Open(parsed.GetValue(hub));
            var options = new SessionOptions(parsed.GetValue(parallel), parsed.GetValue(json));
            return ExperimentSession.ResumeAsync(opened, path, parsed.GetValue(failed), options, terminal, cancellation);
        });
        return verb;
    }
}
