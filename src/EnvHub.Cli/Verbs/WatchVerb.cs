using System.CommandLine;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary><c>envhub watch</c>: shows a trained agent, or random actions, in the terminal or as an animation.</summary>
internal static class WatchVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var what = new Argument<string>("run") { Description = "A trial's folder, for its greedy policy; or an environment's id, for random actions or the policy of --onnx." };
        var task = new Option<string?>("--task") { Description = "Which of the trial's tasks. Default: its first.", HelpName = "name" };
        var best = new Option<bool>("--best") { Description = "Take the weights of the best evaluation, not the final ones." };
        var set = CommonOptions.Set("the environment's settings");
        var (onnx, read, wrap) = (CommonOptions.Onnx(), CommonOptions.Read(), CommonOptions.Wrap());
        var verb = new Command("watch", "Watch an agent play, in the terminal or as an animation.") { what, task, best, set, onnx, read, wrap };
        verb.Validators.Add(result =>
        {
            if (result.IsGiven(read) && !result.IsGiven(onnx)) result.AddError("--read goes with --onnx. Leave it out, or name the file.");
        });
        var options = AddOptions(verb);
        verb.SetAction(parsed =>
        {
            using var agent = Find(parsed.GetValue(what)!, Hub.Open(parsed.GetValue(hub)), parsed, terminal);
            return WatchSession.Run(agent, options(parsed), terminal);
        });
        return verb;

        WatchedAgent Find(string name, Hub opened, ParseResult parsed, Terminal terminal)
        {
            if (parsed.GetValue(onnx) is { } file)
            {
                if (Directory.Exists(name)) throw CliErrors.PolicyInTrial(name);
                var player = opened.OpenPolicy(file, parsed.GetValue(read)!, [name], (parsed.GetValue(set)!, parsed.GetValue(wrap)!), terminal.Error.WriteLine);
                return WatchedAgent.Of(player, parsed.GetValue(task), parsed.GetValue(best), Path.GetFileName(file));
            }
            if (Directory.Exists(name)) return WatchedAgent.Of(opened.OpenTrial(name), parsed.GetValue(task), parsed.GetValue(best));
            if (parsed.GetValue(task) is not null) throw CliErrors.NeedsTrial("--task", name);
            if (parsed.GetValue(best)) throw CliErrors.NeedsTrial("--best", name);
            // An id has one slash at most, and begins with a letter or a digit.
            if (name.Count(letter => letter == '/') > 1 || name[0] is '.' or '/' or '~') throw CliErrors.NothingToWatch(name);
            var (plan, warning) = EnvironmentPlanner.Plan(opened.Catalog, name, parsed.GetValue(set)!, parsed.GetValue(wrap)!);
            if (warning is not null) terminal.Error.WriteLine($"warning {warning}");
            return WatchedAgent.Random(plan);
        }
    }

    // Those that say how to show, and what reads them.
    private static Func<ParseResult, WatchOptions> AddOptions(Command verb)
    {
        var episodes = new Option<int>("--episodes") { Description = "How many.", HelpName = "count", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var seed = new Option<ulong>("--seed") { Description = "Seeds the environment and random actions.", HelpName = "seed" };
        var fps = new Option<double?>("--fps") { Description = "Pictures per second. Default: the environment's own.", HelpName = "rate" }
            .Check(rate => rate > 0 && double.IsFinite(rate), "above 0");
        var mode = new Option<string?>("--mode") { Description = "rgb_array (coloured half blocks) or ansi (text). Default: what the terminal shows best." };
        mode.AcceptOnlyFromAmong(RenderModeNames.RgbArray, RenderModeNames.Ansi);
        var gif = new Option<string?>("--gif") { Description = "Write an animation to this file instead; needs no terminal.", HelpName = "file" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file." };
        foreach (Option option in (Option[])[episodes, seed, fps, mode, gif, force]) verb.Options.Add(option);
        return parsed => new(parsed.GetValue(episodes), parsed.GetValue(seed), parsed.GetValue(fps),
            RenderModeNames.TryParse(parsed.GetValue(mode)), parsed.GetValue(gif), parsed.GetValue(force));
    }
}
