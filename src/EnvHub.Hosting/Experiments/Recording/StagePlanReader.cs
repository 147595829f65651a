using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads a stage as records hold it, with the plugins that the hub has now.</summary>
internal static class StagePlanReader
{
    /// <param name="stage">As <see cref="ConfigJson"/> writes it.</param>
    /// <param name="path">Of the stage.</param>
    public static StagePlan Read(JsonElement stage, string name, IReadOnlyList<TaskPlan> tasks, string path, (HubCatalog Catalog, List<ConfigurationFault> Faults) hub)
    {
        var learner = hub.Catalog.Learners.Find(Text(stage, "learner"));
        return new StagePlan
        {
            Name = name,
            Tasks = tasks,
            Learner = learner,
            Options = OptionsBinder.Bind(stage.GetProperty("options"), learner.OptionsType, JsonPath.Child(path, "options"), hub.Faults),
            Backend = hub.Catalog.Backends.Find(Text(stage, "backend")),
            Steps = stage.GetProperty("steps").GetInt64(),
            Episodes = stage.TryGetProperty("episodes", out var episodes) ? episodes.GetInt64() : null,
            Copies = stage.GetProperty("copies").GetInt32(),
            KeepBest = stage.GetProperty("keepBest").GetBoolean(),
        };
    }

    /// <summary>A text that must be there.</summary>
    public static string Text(JsonElement parent, string key) => parent.GetProperty(key).GetString() ?? throw new FormatException($"'{key}' is null.");
}
