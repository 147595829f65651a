using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub describe</c>: what the learners of an experiment are made of, before anything runs.</summary>
internal static class DescribeVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var experiment = new Argument<string?>("experiment") { Description = "Its name in hub.json. Default: the hub's default experiment.", Arity = ArgumentArity.ZeroOrOne };
        var arms = new Option<string[]>("--arm") { Description = "This arm alone; may be given again.", HelpName = "name", DefaultValueFactory = _ => [] };
        var json = CommonOptions.Json();
        var verb = new Command("describe", "Show the networks of an experiment: layers, shapes, parameters, and which tasks share what.") { experiment, arms, json };
        verb.SetAction(parsed =>
        {
            var opened = Hub.Open(parsed.GetValue(hub));
            var plan = ExperimentPlanner.Plan(opened.Options, opened.Catalog, parsed.GetValue(experiment), new ExperimentOverrides { Arms = parsed.GetValue(arms)! });
            var learners = LearnerDescription.Of(plan);
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, DescriptionText.Json(learners));
            else DescriptionText.Write(terminal, learners);
            return ExitCode.Ok;
        });
        return verb;
    }
}
