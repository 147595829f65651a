using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>Writes resolved plans in the words of hub.json, every default included.</summary>
internal static class ConfigJson
{
    // Options and settings are records of plugins: their properties are read by reflection.
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static JsonObject OfStage(StagePlan stage) => new()
    {
        ["learner"] = stage.Learner.Name,
        ["backend"] = stage.Backend.Name,
        ["steps"] = stage.Steps,
        ["copies"] = stage.Copies,
        ["keepBest"] = stage.KeepBest,
        ["options"] = OfOptions(stage.Options),
    };

    public static JsonArray OfTasks(IEnumerable<TaskPlan> tasks) => [.. tasks.Select(OfTask)];

    public static JsonNode? Of(EvaluationPlan evaluation) => JsonSerializer.SerializeToNode(evaluation, HostingJson.Default.EvaluationPlan);

    public static JsonNode? Of(Provenance provenance) => JsonSerializer.SerializeToNode(provenance, HostingJson.Default.Provenance);

    public static void Write(string path, JsonObject config) => AtomicFile.Write(path, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        config.WriteTo(writer, Format);
    });

    private static JsonObject OfTask(TaskPlan task)
    {
        var json = new JsonObject
        {
            ["name"] = task.Spec.Name,
            ["environment"] = task.Registration.Id.ToString(),
            ["settings"] = OfOptions(task.Settings),
            ["maxEpisodeSteps"] = task.Spec.Environment.MaxEpisodeSteps,
            ["solved"] = task.Spec.SolvedReturn,
            ["weight"] = task.Spec.Weight,
        };
        if (task.Wrappers.Count > 0) json.Insert(3, "wrappers", new JsonArray([.. task.Wrappers.Select(OfWrapper)]));
        return json;
    }

    private static JsonNode OfWrapper(WrapperPlan wrapper) => new JsonObject
    {
        ["name"] = wrapper.Registration.Name,
        ["options"] = OfOptions(wrapper.Options),
    };

    private static JsonNode? OfOptions(object options) => JsonSerializer.SerializeToNode(options, options.GetType(), Format);
}
