using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub evaluate</c>: plays greedy episodes with recorded weights, or with a policy from elsewhere.</summary>
internal static class EvaluateVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var folder = new Argument<string>("trial") { Description = "A trial's folder, e.g. runs/classic-pair/20260131-120000/multitask-dqn/seed-1.", Arity = ArgumentArity.ZeroOrOne };
        var episodes = new Option<int?>("--episodes") { Description = "Episodes per task. Default: as many as at the trial's end; 100 with --onnx.", HelpName = "count" }.AtLeast(1);
        var best = new Option<bool>("--best") { Description = "Take the weights of the best evaluation, not the final ones." };
        var task = new Option<string[]>("--task") { Description = "With --onnx: the environment's id; may be given again for a file with several tasks.", HelpName = "id", DefaultValueFactory = _ => [] };
        var (onnx, read, wrap) = (CommonOptions.Onnx(), CommonOptions.Read(), CommonOptions.Wrap());
        var set = CommonOptions.Set("the environment's settings, with --onnx");
        var json = CommonOptions.Json();
        var verb = new Command("evaluate", "Evaluate the weights of a trial again, or a policy from an ONNX file, greedily, on the seeds of final evaluations.")
        {
            folder, episodes, best, onnx, task, read, set, wrap, json,
        };
        verb.Validators.Add(result =>
        {
            bool isFile = result.IsGiven(onnx), isTrial = result.IsGiven(folder);
            if (isFile == isTrial) result.AddError(isFile ? "--onnx: a trial's folder was given too; give one of the two." : "Nothing to evaluate: give a trial's folder, or --onnx FILE --task ID.");
            else if (isFile && !result.IsGiven(task)) result.AddError("--onnx: it needs --task ID, the environment that the policy plays.");
            else if (isFile && result.IsGiven(best)) result.AddError("--best goes with a trial's folder; an ONNX file has one set of weights. Leave it out.");
            else if (isTrial && ((Option[])[task, read, set, wrap]).Any(result.IsGiven)) result.AddError("--task, --read, --set and --wrap go with --onnx; a trial's folder says all of it. Leave them out.");
        });
        verb.SetAction((parsed, cancellation) =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var player = parsed.GetValue(onnx) is { } file
                ? opened.OpenPolicy(file, parsed.GetValue(read)!, parsed.GetValue(task)!, (parsed.GetValue(set)!, parsed.GetValue(wrap)!), terminal.Error.WriteLine)
                : opened.OpenTrial(parsed.GetValue(folder)!);
            var returns = player.Evaluate(parsed.GetValue(best), parsed.GetValue(episodes), cancellation);
            EvaluationText.Write(terminal, player.Trial, returns, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Ok);
        });
        return verb;
    }
}
