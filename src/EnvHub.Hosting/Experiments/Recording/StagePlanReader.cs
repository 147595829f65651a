using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads a stage as records hold it, with the plugins that the hub has now.</summary>
internal static class StagePlanReader
{
    /// <param name="stage">As <see cref="ConfigJson"/> writes it.</param>
    /// <param name="path">Of the stage.</param>
    public static StagePlan Read(JsonElement stage, string name, IReadOnlyList<TaskPlan> tasks, string path, (HubCatalog Catalog, List<ConfigurationFault> Faults) hub)
    {
        var learner = hub.Catalog.Learners.Find(RecordValues.Text(stage, "learner"));
        var backend = Backend(stage.GetProperty("backend"), JsonPath.Child(path, "backend"), hub);
        return new StagePlan
        {
            Name = name,
            Tasks = tasks,
            Learner = learner,
            Options = Options(stage.GetProperty("options"), learner, JsonPath.Child(path, "options"), hub),
            Backend = backend.Registration,
            BackendOptions = backend.Options,
            Steps = learner.Learns ? RecordValues.Count(stage, "steps") : 0,
            Episodes = stage.TryGetProperty("episodes", out _) ? RecordValues.Count(stage, "episodes") : null,
            Copies = RecordValues.Copies(stage, "copies"),
            KeepBest = stage.GetProperty("keepBest").GetBoolean(),
        };
    }

    // A name alone, or what ConfigJson writes of one with options.
    private static BackendPlan Backend(JsonElement json, string path, (HubCatalog Catalog, List<ConfigurationFault> Faults) hub)
    {
        bool isName = json.ValueKind == JsonValueKind.String;
        string name = isName ? json.GetString()! : RecordValues.Text(json, "name");
        var registration = hub.Catalog.Backends.Find(name);
        var parts = new PartPlanner(hub.Catalog);
        var plan = parts.Backend(new() { Name = name, Options = isName ? default : json.GetProperty("options") }, path);
        hub.Faults.AddRange(parts.Faults);
        return plan ?? new(registration, Activator.CreateInstance(registration.OptionsType)!);
    }

    // What a plugin's own record throws while its values are put in place is a fault of the record's file.
    private static object Options(JsonElement json, LearnerRegistration learner, string path, (HubCatalog Catalog, List<ConfigurationFault> Faults) hub)
    {
        var parts = new PartPlanner(hub.Catalog);
        object? options = parts.Try(path, "the learner's options", () => OptionsBinder.Bind(json, learner.OptionsType, path, parts.Faults));
        hub.Faults.AddRange(parts.Faults);
        return options ?? Activator.CreateInstance(learner.OptionsType)!;
    }
}
