using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads the plan in an experiment.json, with the plugins that the hub has now.</summary>
internal static class ExperimentFileReader
{
    private const string HeldOutKey = "heldOut";

    public static ExperimentPlan Read(JsonElement json, string path, HubCatalog catalog)
    {
        RecordFile.RequireFormat(json, path);
        var faults = new List<ConfigurationFault>();
        var tasks = Tasks(json, "tasks", "$", catalog, faults) ?? throw new FormatException("There are no tasks.");
        var plan = new ExperimentPlan
        {
            Name = RecordValues.Text(json, "experiment"),
            Suite = RecordValues.Text(json, "suite"),
            Tasks = tasks,
            HeldOut = Tasks(json, HeldOutKey, "$", catalog, faults) ?? [],
            Seeds = [.. json.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetUInt64())],
            Evaluation = Evaluation(json, "$", faults) ?? throw new FormatException("There is no evaluation."),
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
            Stage(stage, RecordValues.Text(stage, "name"), tasks, (JsonPath.Item(JsonPath.Child(path, "stages"), index), catalog, faults)))]);
    }

    private static StagePlan Stage(
        JsonElement stage, string name, IReadOnlyList<TaskPlan> tasks, (string Path, HubCatalog Catalog, List<ConfigurationFault> Faults) place)
    {
        var own = Tasks(stage, "tasks", place.Path, place.Catalog, place.Faults) ?? tasks;
        return StagePlanReader.Read(stage, name, own, place.Path, (place.Catalog, place.Faults)) with
        {
            From = stage.TryGetProperty("from", out var from) ? [.. from.EnumerateArray().Select(source => source.GetString() ?? throw new FormatException("'from' holds null."))] : [],
            Evaluation = Evaluation(stage, place.Path, place.Faults),
        };
    }

    private static TaskPlan[]? Tasks(JsonElement parent, string key, string path, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        // A list of what is held out may be empty, one of what is learned may not.
        if (!parent.TryGetProperty(key, out var tasks)) return null;
        return key == HeldOutKey && tasks.GetArrayLength() == 0 ? [] : TrialConfigReader.Tasks(tasks, JsonPath.Child(path, key), catalog, faults);
    }

    private static EvaluationPlan? Evaluation(JsonElement parent, string path, List<ConfigurationFault> faults) =>
        parent.TryGetProperty("evaluation", out var evaluation) ? OptionsBinder.Bind<EvaluationPlan>(evaluation, JsonPath.Child(path, "evaluation"), faults) : null;
}
