using System.Globalization;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>What lies in the runs folder, in tables.</summary>
internal static class RunLists
{
    private const int ShownKey = 8;

    public static Listing Runs(Hub hub)
    {
        var (table, json, notes) = (new TextTable("run", "state", "finished#", "failed#", "size#", "changed#"), new JsonArray(), new List<string>());
        var commands = new List<string>();
        var advice = new ResumeAdvice(hub);
        var inventory = RunInventory.Read(hub.Options.RunsFolder);
        notes.AddRange(inventory.Strangers.Select(Stranger));
        foreach (var run in inventory.Runs)
        {
            string state = ChoiceOf(run.State);
            table.Add(run.Name, state, run.Trials is { } trials ? $"{run.Finished} of {trials}" : "-", $"{run.Failed}", Words.Bytes(run.Bytes), Words.Age(run.Changed));
            var (command, problem) = advice.For(run);
            if (command is not null) commands.Add(command);
            if (problem is not null) notes.Add($"{run.Name}: {problem}");
            json.Add(new JsonObject
            {
                ["run"] = run.Name,
                ["folder"] = run.Folder,
                ["state"] = state,
                ["trials"] = run.Trials,
                ["finished"] = run.Finished,
                ["failed"] = run.Failed,
                ["bytes"] = run.Bytes,
                ["changed"] = Time(run.Changed),
                ["stages"] = JsonOutput.Array(run.Stages.Order(StringComparer.Ordinal)),
                ["resume"] = command,
                ["problem"] = problem,
            });
        }
        if (commands.Count > 0) notes.Add("To go on:");
        return new(table, json, [.. notes]) { Commands = commands };
    }

    public static Listing Stages(Hub hub)
    {
        var (table, json) = (new TextTable("key", "state", "seed#", "steps#", "size#", "changed#", "stage"), new JsonArray());
        var inventory = RunInventory.Read(hub.Options.RunsFolder);
        var stages = inventory.Stages;
        foreach (var stage in stages)
        {
            table.Add(stage.Key[..ShownKey], ChoiceOf(stage.State), $"{stage.Seed}", stage.Steps is { } steps ? Words.Count(steps) : "-", Words.Bytes(stage.Bytes),
                Words.Age(stage.Changed), Describe(stage));
            json.Add(new JsonObject
            {
                ["key"] = stage.Key,
                ["folder"] = stage.Folder,
                ["state"] = ChoiceOf(stage.State),
                ["stage"] = stage.Name,
                ["learner"] = stage.Learner,
                ["tasks"] = JsonOutput.Array(stage.Tasks),
                ["seed"] = stage.Seed,
                ["steps"] = stage.Steps,
                ["bytes"] = stage.Bytes,
                ["changed"] = Time(stage.Changed),
                ["problem"] = stage.Problem,
                ["sources"] = JsonOutput.Array(stage.Sources),
                ["usedBy"] = JsonOutput.Array(stage.UsedBy),
            });
        }
        var unused = stages.Where(stage => stage.UsedBy.Count == 0).ToArray();
        string[] notes = stages.Count == 0 ? [.. inventory.Strangers.Select(Stranger)] : [.. inventory.Strangers.Select(Stranger), "Stage: experiment/arm/stage that it was first run for. Steps: per task. --json gives whole keys, and all runs that use a stage."];
        return new(table, json, unused.Length == 0 ? notes
            : [.. notes, $"{Words.Number(unused.Length, "stage", "stages")}, {Words.Bytes(unused.Sum(stage => stage.Bytes))}, without a run: 'envhub clean' removes them."]);
    }

    private static string Stranger(string folder) => $"{folder}: it is the folder of no stage, so its record does not count.";

    private static string Describe(StoredStage stage)
    {
        string what = stage.Name.Length == 0 ? "not readable" : $"{stage.Name}: {stage.Learner} on {Tasks(stage.Tasks)}";
        if (stage.Problem is { } problem) what += $"; damaged: {problem}, so it runs again when it is needed";
        return what + stage.UsedBy.Count switch
        {
            0 => "; used by no run",
            1 => $"; used by {stage.UsedBy[0]}",
            var count => $"; used by {stage.UsedBy[^1]} and {count - 1} more",
        };
    }

    // The first names say which; a family may have hundreds.
    private static string Tasks(IReadOnlyList<string> tasks) => tasks.Count <= 3 ? string.Join(", ", tasks) : $"{string.Join(", ", tasks.Take(2))} and {tasks.Count - 2} more";

    private static string ChoiceOf<T>(T state) where T : struct, Enum => state switch
    {
        StoredStageState.InUse => "in use",
        _ => $"{state}".ToLowerInvariant(),
    };

    private static string Time(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
