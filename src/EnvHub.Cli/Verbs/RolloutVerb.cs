using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub rollout</c>: random actions in one environment, to compare with another implementation.</summary>
internal static class RolloutVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The environment's id." };
        var seed = new Option<ulong>("--seed") { Description = "Seeds the environment and the action space.", HelpName = "seed" };
        var steps = new Option<long>("--steps") { Description = "How many steps.", HelpName = "steps", DefaultValueFactory = _ => 1000 }.AtLeast(1);
        var hash = new Option<bool>("--hash") { Description = "Show the trajectory's SHA-256, which Gymnasium's own equals." };
        var masks = new Option<bool>("--masks") { Description = "Take possible actions only, where the environment tells an action mask." };
        var (set, wrap, json) = (CommonOptions.Set("the environment's settings"), CommonOptions.Wrap(), CommonOptions.Json());
        var verb = new Command("rollout", "Step an environment with random actions, sampled as Gymnasium samples them.") { id, seed, steps, hash, masks, set, wrap, json };
        verb.SetAction(parsed =>
        {
            var environment = EnvironmentPlanner.Plan(
                Hub.Open(parsed.GetValue(hub)).Catalog, parsed.GetValue(id)!, parsed.GetValue(set)!, parsed.GetValue(wrap)!);
            if (environment.Warning is { } warning) terminal.Error.WriteLine($"warning {warning}");
            var rollout = Rollout.Run(environment.Task, parsed.GetValue(seed), parsed.GetValue(steps), parsed.GetValue(hash), parsed.GetValue(masks));
            RolloutText.Write(terminal, environment.Task, rollout, parsed.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }
}
