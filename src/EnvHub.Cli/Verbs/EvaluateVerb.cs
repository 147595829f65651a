using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub evaluate</c>: plays greedy episodes with recorded weights.</summary>
internal static class EvaluateVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var folder = new Argument<string>("trial") { Description = "A trial's folder, e.g. runs/classic-pair/20260131-120000/multitask-dqn/seed-1." };
        var episodes = new Option<int?>("--episodes") { Description = "Episodes per task. Default: as many as at the trial's end.", HelpName = "count" }.AtLeast(1);
        var best = new Option<bool>("--best") { Description = "Take the weights of the best evaluation, not the final ones." };
        var json = CommonOptions.Json();
        var verb = new Command("evaluate", "Evaluate the weights of a trial again, greedily, on the seeds of its final evaluation.") { folder, episodes, best, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var trial = Hub.Open(parsed.GetValue(hub)).OpenTrial(parsed.GetValue(folder)!);
            var returns = trial.Evaluate(parsed.GetValue(best), parsed.GetValue(episodes), cancellation);
            EvaluationText.Write(terminal, trial.Trial, returns, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Ok);
        });
        return verb;
    }
}
