using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub compare</c>: runs an experiment of hub.json and shows its table.</summary>
internal static class CompareVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var experiment = new Argument<string?>("experiment") { Description = "Its name in hub.json. Default: the hub's default experiment.", Arity = ArgumentArity.ZeroOrOne };
        var seeds = new Option<int?>("--seeds") { Description = "How many seeds. Default: the experiment's.", HelpName = "count" }.AtLeast(1).AtMost(CommonOptions.MostSeeds);
        var first = new Option<ulong?>("--first-seed", "--seed") { Description = "The first root seed; the others follow it. Default: the experiment's.", HelpName = "seed" };
        var steps = new Option<long?>("--steps") { Description = "Environment steps per task. Default: the experiment's.", HelpName = "steps" }.AtLeast(1);
        var arms = new Option<string[]>("--arm") { Description = "Run this arm alone; may be given again.", HelpName = "name", DefaultValueFactory = _ => [] };
        var backend = CommonOptions.Backend("each arm's own");
        var checkpoint = CommonOptions.Checkpoint("the experiment's").AtLeast(0);
        var (parallel, json) = (CommonOptions.Parallel().AtLeast(1), CommonOptions.Json());
        var verb = new Command("compare", "Run an experiment of hub.json and compare its arms.") { experiment, seeds, first, steps, arms, backend, checkpoint, parallel, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var plan = ExperimentPlanner.Plan(opened.Options, opened.Catalog, parsed.GetValue(experiment), new ExperimentOverrides
            {
                Seeds = parsed.GetValue(seeds),
                FirstSeed = parsed.GetValue(first),
                Steps = parsed.GetValue(steps),
                Backend = parsed.GetValue(backend),
                Checkpoint = CommonOptions.CheckpointOf(parsed.GetValue(checkpoint)),
                Arms = parsed.GetValue(arms)!,
            });
            return ExperimentSession.RunAsync(opened, plan, new SessionOptions(parsed.GetValue(parallel), parsed.GetValue(json)), terminal, cancellation);
        });
        return verb;
    }
}
