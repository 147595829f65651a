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

    /// <summary>Without its name and tasks.</summary>
    public static JsonObject OfStage(StagePlan stage)
    {
        var json = new JsonObject
        {
            ["learner"] = stage.Learner.Name,
            ["backend"] = OfBackend(stage),
            ["steps"] = stage.Steps,
            ["copies"] = stage.Copies,
            ["keepBest"] = stage.KeepBest,
            ["options"] = OfOptions(stage.Options),
        };
        if (stage.Episodes is { } episodes) json.Insert(3, "episodes", episodes);
        if (stage.Learner.Software(stage.Options) is { Count: > 0 } software) json["software"] = Texts(software);
        return json;
    }

    /// <summary>One stage as itself, a chain as a list of stages; tasks and evaluation where they are not those of <paramref name="plan"/>.</summary>
    public static JsonObject OfArm(ArmPlan arm, ExperimentPlan plan) => arm.Stages.Count == 1 ? OfStage(arm.Final, plan) : new()
    {
        ["stages"] = new JsonArray([.. arm.Stages.Select(stage => (JsonNode)OfChained(stage, plan))]),
    };

    public static JsonArray OfTasks(IEnumerable<TaskPlan> tasks) => [.. tasks.Select(OfTask)];

    public static JsonArray OfWrappers(TaskPlan task) => [.. task.Wrappers.Select(OfWrapper)];

    /// <summary>Where the trials' records lie, and what they cost.</summary>
    public static JsonArray OfSources(IEnumerable<Trial> sources) => [.. sources.Select(source => (JsonNode)new JsonObject
    {
        ["stage"] = source.Stage.Name,
        ["key"] = source.Key,
        ["learner"] = source.Stage.Learner.Name,
        ["tasks"] = Texts(source.Tasks.Select(task => task.Spec.Name)),
        ["steps"] = source.TotalSteps,
    })];

    public static JsonNode? Of(EvaluationPlan evaluation) => JsonSerializer.SerializeToNode(evaluation, HostingJson.Default.EvaluationPlan);

    public static JsonNode? Of(CheckpointOptions checkpoint) => JsonSerializer.SerializeToNode(checkpoint, HostingJson.Default.CheckpointOptions);

    public static JsonNode? Of(Provenance provenance) => JsonSerializer.SerializeToNode(provenance, HostingJson.Default.Provenance);

    public static void Write(string path, JsonObject config) => AtomicFile.Write(path, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        config.WriteTo(writer, Format);
    });

    // A name alone where there is nothing more to say.
    private static JsonNode OfBackend(StagePlan stage)
    {
        var options = OfOptions(stage.BackendOptions)!;
        var software = stage.Backend.Software(stage.BackendOptions);
        if (software.Count == 0 && options.AsObject().Count == 0) return stage.Backend.Name;
        return new JsonObject { ["name"] = stage.Backend.Name, ["options"] = options, ["software"] = Texts(software) };
    }

    private static JsonObject OfStage(StagePlan stage, ExperimentPlan plan)
    {
        var json = OfStage(stage);
        if (!stage.Tasks.SequenceEqual(plan.Tasks)) json["tasks"] = OfTasks(stage.Tasks);
        if (stage.Evaluation is { } evaluation && evaluation != plan.Evaluation) json["evaluation"] = Of(evaluation);
        return json;
    }

    private static JsonObject OfChained(StagePlan stage, ExperimentPlan plan)
    {
        var json = OfStage(stage, plan);
        json.Insert(0, "name", stage.Name);
        json.Insert(1, "from", Texts(stage.From));
        return json;
    }

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
        if (task.Wrappers.Count > 0) json.Insert(3, "wrappers", OfWrappers(task));
        // Part of what is computed, and so of a stage's key and of what resuming compares.
        if (task.Registration.Software?.Invoke(task.Settings) is { Count: > 0 } software) json["software"] = Texts(software);
        return json;
    }

    private static JsonNode OfWrapper(WrapperPlan wrapper) => new JsonObject
    {
        ["name"] = wrapper.Registration.Name,
        ["options"] = OfOptions(wrapper.Options),
    };

    private static JsonNode? OfOptions(object options) => JsonSerializer.SerializeToNode(options, options.GetType(), Format);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
