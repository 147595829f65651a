using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Names a trial that others build on by what it computes: equal keys, equal results.</summary>
/// <remarks>Into the key go learner, options, backend, steps, episodes, copies, whether the best weights are kept, tasks with settings and
/// wrappers, evaluation, seed, the names and keys of the stages that it builds on, and the code. Names of experiments, suites and arms, and the
/// stage's own, do not: its learner never sees them.</remarks>
internal static class StageKey
{
    /// <summary>64 hexadecimal digits, lower case.</summary>
    public static string Of(Trial trial)
    {
        var config = ConfigJson.OfStage(trial.Stage);
        config["tasks"] = ConfigJson.OfTasks(trial.Tasks);
        config["evaluation"] = ConfigJson.Of(trial.Evaluation);
        config["seed"] = trial.Seed;
        config["sources"] = new JsonArray([.. trial.Sources.Select(source => (JsonNode)$"{source.Stage.Name} {source.Key}")]);
        config["code"] = new JsonArray([.. CodeVersion.Of(trial).Select(part => (JsonNode)part)]);
        return Convert.ToHexStringLower(SHA256.HashData(Canonical(config)));
    }

    /// <summary>The value with the keys of every object in ordinal order and no white space.</summary>
    internal static byte[] Canonical(JsonNode value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) Write(writer, value);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject map:
                writer.WriteStartObject();
                foreach (var (key, item) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    Write(writer, item);
                }
                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
