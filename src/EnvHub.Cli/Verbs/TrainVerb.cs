using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub train</c>: one learner on environments of the command line.</summary>
internal static class TrainVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var environments = new Argument<string[]>("environments")
        {
            Description = "Ids, with commas or blanks between them; each is a task. A family is one argument: \"CartPole-v1 with length in [0.25, 2], 4 train\".",
            HelpName = "env[,env...]",
            Arity = ArgumentArity.OneOrMore,
        }.WithoutOptions();
        var learner = new Option<string>("--learner") { Description = "The learner's name.", HelpName = "name", DefaultValueFactory = _ => "dqn" };
        var backend = CommonOptions.Backend("embedded");
        var steps = new Option<long>("--steps") { Description = "Environment steps per task.", HelpName = "steps", DefaultValueFactory = _ => 100_000 }.AtLeast(1);
        var seed = new Option<ulong>("--first-seed", "--seed") { Description = "The first root seed; the others follow it.", HelpName = "seed", DefaultValueFactory = _ => 1 };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds.", HelpName = "count", DefaultValueFactory = _ => 1 }.AtLeast(1).AtMost(CommonOptions.MostSeeds);
        var copies = new Option<int>("--copies") { Description = "Copies of each environment.", HelpName = "count", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var best = new Option<bool>("--keep-best") { Description = "Keep the weights of the best evaluation too." };
        var (set, parallel, json) = (CommonOptions.Set("the learner's options"), CommonOptions.Parallel().AtLeast(1), CommonOptions.Json());
        var checkpoint = CommonOptions.Checkpoint("60").AtLeast(0);
        var wrap = CommonOptions.Wrap();
        var from = new Option<string[]>("--from") { Description = "An ONNX file whose policy teaches, for learners with teachers, such as distillation; may be given again.", HelpName = "file", DefaultValueFactory = _ => [] };
        var verb = new Command("train", "Train one learner.") { environments, learner, backend, steps, seed, seeds, copies, best, set, wrap, from, checkpoint, parallel, json };
        verb.SetAction((parsed, cancellation) =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var plan = ExperimentPlanner.Plan(opened.Catalog, new TrainRequest
            {
                Environments = parsed.GetValue(environments)!,
                Wrappers = parsed.GetValue(wrap)!,
                Learner = parsed.GetValue(learner)!,
                From = [.. parsed.GetValue(from)!.Select(Path.GetFullPath)],
                Backend = parsed.GetValue(backend) ?? TrainRequest.DefaultBackend,
                Steps = parsed.GetValue(steps),
                Seeds = parsed.GetValue(seeds),
                FirstSeed = parsed.GetValue(seed),
                Copies = parsed.GetValue(copies),
                KeepBest = parsed.GetValue(best),
                Checkpoint = CommonOptions.CheckpointOf(parsed.GetValue(checkpoint)) ?? new(),
                Set = parsed.GetValue(set)!,
            });
            return ExperimentSession.RunAsync(opened, plan, new SessionOptions(parsed.GetValue(parallel), parsed.GetValue(json)), terminal, cancellation);
        });
        return verb;
    }
}
