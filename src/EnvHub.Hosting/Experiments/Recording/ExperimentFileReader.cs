using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads the plan in an experiment.json, with the plugins that the hub has now.</summary>
internal static class ExperimentFileReader
{
    public static ExperimentPlan Read(JsonElement json, string path, HubCatalog catalog)
    {
        int format = json.GetProperty("format").GetInt32();
        if (format != 1) throw HostingErrors.UnknownFormat(path, format);
        var faults = new List<ConfigurationFault>();
        var tasks = Tasks(json, "tasks", "$", catalog, faults) ?? throw new FormatException("There are no tasks.");
        var plan = new ExperimentPlan
        {
            Name = StagePlanReader.Text(json, "experiment"),
            Suite = StagePlanReader.Text(json, "suite"),
            Tasks = tasks,
            HeldOut = Tasks(json, "heldOut", "$", catalog, faults) ?? [],
            Seeds = [.. json.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetUInt64())],
            Evaluation = Evaluation(json)!,
            Checkpoint = OptionsBinder.Bind<CheckpointOptions>(json.GetProperty("checkpoint"), "$.checkpoint", faults),
            Arms = [.. json.GetProperty("arms").EnumerateObject().Select(arm => Arm(arm, tasks, catalog, faults))],
        };
        return faults.Count == 0 ? plan : throw new HubConfigurationException("EH3509", path, faults);
    }

    private static ArmPlan Arm(JsonProperty arm, IReadOnlyList<TaskPlan> tasks, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        string path = JsonPath.Child("$.arms", arm.Name);
        if (!arm.Value.TryGetProperty("stages", out var stages)) return new(arm.Name, [Stage(arm.Value, arm.Name, tasks, (path, catalog, faults))]);
        return new(arm.Name, [.. stages.EnumerateArray().Select((stage, index) =>
            Stage(stage, StagePlanReader.Text(stage, "name"), tasks, (JsonPath.Item(JsonPath.Child(path, "stages"), index), catalog, faults)))]);
    }

    private static StagePlan Stage(
        JsonElement stage, string name, IReadOnlyList<TaskPlan> tasks, (string Path, HubCatalog Catalog, List<ConfigurationFault> Faults) place)
    {
        var own = Tasks(stage, "tasks", place.Path, place.Catalog, place.Faults) ?? tasks;
        return StagePlanReader.Read(stage, name, own, place.Path, (place.Catalog, place.Faults)) with
        {
            From = stage.TryGetProperty("from", out var from) ? [.. from.EnumerateArray().Select(source => source.GetString()!)] : [],
            Evaluation = Evaluation(stage),
        };
    }

    private static TaskPlan[]? Tasks(JsonElement parent, string key, string path, HubCatalog catalog, List<ConfigurationFault> faults) =>
        parent.TryGetProperty(key, out var tasks)
            ? [.. tasks.EnumerateArray().Select((task, index) => TrialConfigReader.Task(task, JsonPath.Item(JsonPath.Child(path, key), index), catalog, faults))]
            : null;

    private static EvaluationPlan? Evaluation(JsonElement parent) =>
        parent.TryGetProperty("evaluation", out var evaluation) ? evaluation.Deserialize(HostingJson.Default.EvaluationPlan) : null;
}
