using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>The lists of <c>envhub list</c>.</summary>
internal static class HubLists
{
    public static Listing Environments(Hub hub)
    {
        var (table, json) = (new TextTable("id", "observation", "actions", "step limit#", "solved at#", "plugin"), new JsonArray());
        foreach (var environment in hub.Catalog.Environments.All)
        {
            string id = environment.Id.ToString();
            var spec = environment.Describe(Activator.CreateInstance(environment.SettingsType)!);
            string plugin = hub.Catalog.Plugins.FirstOrDefault(status => status.Environments.Contains(id))?.Id ?? "";
            table.Add(id, Short(spec.ObservationSpace), Short(spec.ActionSpace), $"{spec.MaxEpisodeSteps}", $"{spec.RewardThreshold}", plugin);
            json.Add(new JsonObject
            {
                ["id"] = id,
                ["observationSpace"] = spec.ObservationSpace.ToString(),
                ["actionSpace"] = spec.ActionSpace.ToString(),
                ["maxEpisodeSteps"] = spec.MaxEpisodeSteps,
                ["rewardThreshold"] = spec.RewardThreshold,
                ["plugin"] = plugin,
            });
        }
        return new(table, json);
    }

    public static Listing Learners(Hub hub)
    {
        var (table, json) = (new TextTable("name", "tasks", "summary"), new JsonArray());
        foreach (var learner in hub.Catalog.Learners.All)
        {
            bool single = learner.Scope == LearnerScope.SingleTask;
            table.Add(learner.Name, single ? "one" : "many", learner.Summary);
            json.Add(new JsonObject { ["name"] = learner.Name, ["scope"] = single ? "singleTask" : "multiTask", ["summary"] = learner.Summary });
        }
        return new(table, json);
    }

    public static Listing Backends(Hub hub)
    {
        var (table, json) = (new TextTable("name", "here", "summary"), new JsonArray());
        foreach (var backend in hub.Catalog.Backends.All)
        {
            string? refusal = backend.Refusal(Activator.CreateInstance(backend.OptionsType)!);
            table.Add(backend.Name, refusal is null ? "yes" : "no", refusal is null ? backend.Summary : $"{backend.Summary} {refusal}");
            json.Add(new JsonObject { ["name"] = backend.Name, ["summary"] = backend.Summary, ["refusal"] = refusal });
        }
        return new(table, json);
    }

    public static Listing Wrappers(Hub hub)
    {
        var (table, json) = (new TextTable("name", "evaluation", "summary"), new JsonArray());
        foreach (var wrapper in hub.Catalog.Wrappers.All)
        {
            table.Add(wrapper.Name, wrapper.ChangesRewardsOnly ? "without" : "with", wrapper.Summary);
            json.Add(new JsonObject { ["name"] = wrapper.Name, ["inEvaluation"] = !wrapper.ChangesRewardsOnly, ["summary"] = wrapper.Summary });
        }
        return new(table, json);
    }

    public static Listing Suites(Hub hub)
    {
        var (table, json) = (new TextTable("name", "tasks", "families"), new JsonArray());
        foreach (var (name, suite) in hub.Options.Suites)
        {
            string[] tasks = [.. suite.SingleTasks.Select(NameOf)];
            FamilyOptions[] families = [.. suite.AllFamilies];
            table.Add(name, string.Join(", ", tasks), string.Join("; ", families.Select(Short)));
            json.Add(new JsonObject
            {
                ["name"] = name,
                ["tasks"] = JsonOutput.Array(tasks),
                ["families"] = new JsonArray([.. families.Select(family => new JsonObject
                {
                    ["name"] = NameOf(family),
                    ["environment"] = family.FullId,
                    ["seed"] = family.Seed,
                    ["train"] = family.Train,
                    ["heldOut"] = family.HeldOut,
                    ["varies"] = JsonOutput.Array(family.Varied),
                })]),
            });
        }
        return new(table, json);
    }

    public static Listing Experiments(Hub hub)
    {
        var (table, json) = (new TextTable("name", "suite", "seeds#", "steps#", "arms"), new JsonArray());
        foreach (var (name, experiment) in hub.Options.Experiments)
        {
            table.Add(name, experiment.Suite, $"{experiment.Seeds}", Words.Count(experiment.Steps), string.Join(", ", experiment.Arms.Keys));
            json.Add(new JsonObject
            {
                ["name"] = name,
                ["suite"] = experiment.Suite,
                ["seeds"] = experiment.Seeds,
                ["steps"] = experiment.Steps,
                ["arms"] = JsonOutput.Array(experiment.Arms.Keys),
                ["default"] = name == hub.Options.DefaultExperiment,
            });
        }
        return new(table, json);
    }

    private static string NameOf(TaskOptions task) => task.Name ?? task.Environment;

    private static string Short(FamilyOptions family) =>
        $"{NameOf(family)}: {family.Train} train, {family.HeldOut} held out over {string.Join(", ", family.Varied)}";

    private static string Short(Space space) => space is BoxSpace box ? $"Box({string.Join(", ", box.Shape.ToArray())})" : space.ToString();
}
