using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>The JSON schema of hub.json, for editors. Written from the records that hub.json is bound to, so that the two cannot differ.</summary>
public static class HubSchema
{
    // The file is read by editors and people, never put into a page: quotes and Greek letters stay as they are.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text: the form of hub.json, the options of every learner and the settings of every environment.</summary>
    public static string Create(HubCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var writer = new SchemaWriter();
        var hub = writer.Record(typeof(HubOptions), new HubOptions());
        var definitions = new JsonObject();
        var suite = hub["properties"]!["suites"]!["additionalProperties"]!["properties"]!;
        foreach (string list in (string[])["tasks", "families"]) CompleteTask(suite[list]!["items"]!["anyOf"]!, catalog, writer, definitions);
        var vary = suite["families"]!["items"]!["anyOf"]![1]!["properties"]!["vary"]!;
        vary["additionalProperties"] = RangeSchema.Create();
        vary["minProperties"] = 1;

        var arm = hub["properties"]!["experiments"]!["additionalProperties"]!["properties"]!["arms"]!["additionalProperties"]!;
        definitions["task"] = new JsonObject { ["anyOf"] = suite["tasks"]!["items"]!["anyOf"]!.DeepClone() };
        foreach (var learning in new[] { arm, arm["properties"]!["stages"]!["items"]! }) CompleteLearning(learning, catalog, writer, definitions);
        arm["oneOf"] = new JsonArray(Requiring("learner"), Requiring("stages"));
        arm["properties"]!["stages"]!["items"]!["required"]!.AsArray().Add("learner");

        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "hub.json of EnvHub" };
        foreach (var (key, value) in hub.ToArray()) schema[key] = value!.DeepClone();
        schema["definitions"] = definitions;
        return schema.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    // A task or family: what environments, settings and wrappers there are.
    private static void CompleteTask(JsonNode task, HubCatalog catalog, SchemaWriter writer, JsonObject definitions)
    {
        var ids = catalog.Environments.All.Select(environment => $"{environment.Id}");
        task[0] = Known(ids);
        task[1]!["properties"]!["environment"] = Described(Known(ids), task[1]!["properties"]!["environment"]!);
        var settings = catalog.Environments.All.Select(environment => ($"{environment.Id}", environment.SettingsType));
        Choose(task[1]!, "environment", "settings", settings, writer, definitions);

        var wrapper = task[1]!["properties"]!["wrappers"]!["items"]!["anyOf"]!;
        var names = catalog.Wrappers.All.Select(known => known.Name);
        wrapper[0] = Known(names);
        wrapper[1]!["properties"]!["name"] = Described(Known(names), wrapper[1]!["properties"]!["name"]!);
        Choose(wrapper[1]!, "name", "options", catalog.Wrappers.All.Select(known => (known.Name, known.OptionsType)), writer, definitions);
    }

    // What an arm and a stage have in common.
    private static void CompleteLearning(JsonNode learning, HubCatalog catalog, SchemaWriter writer, JsonObject definitions)
    {
        learning["properties"]!["learner"] = Described(Known(catalog.Learners.All.Select(learner => learner.Name)), learning["properties"]!["learner"]!);
        learning["properties"]!["tasks"]!["items"] = new JsonObject { ["$ref"] = Reference("task") };
        Choose(learning, "learner", "options", catalog.Learners.All.Select(learner => (learner.Name, learner.OptionsType)), writer, definitions);
    }

    private static JsonObject Requiring(string key) => new() { ["required"] = new JsonArray(key) };

    // Names that plugins of other people bring are right too; editors offer the known ones.
    private static JsonObject Known(IEnumerable<string> names)
    {
        var any = new JsonArray(new JsonObject { ["type"] = "string" });
        if (names.Any()) any.Insert(0, new JsonObject { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) });
        return new() { ["anyOf"] = any };
    }

    private static JsonObject Described(JsonObject schema, JsonNode plain)
    {
        if (plain["description"] is { } description) schema["description"] = description.DeepClone();
        return schema;
    }

    // If the key has this value, then the other key is of that form.
    private static void Choose(
        JsonNode owner, string key, string target, IEnumerable<(string Name, Type Type)> choices, SchemaWriter writer, JsonObject definitions)
    {
        var rules = new JsonArray();
        foreach (var (name, type) in choices)
        {
            definitions[$"{name} {target}"] = writer.Record(type, Activator.CreateInstance(type)!);
            var condition = Only(key, new JsonObject { ["const"] = name });
            condition["required"] = new JsonArray(key);
            rules.Add(new JsonObject { ["if"] = condition, ["then"] = Only(target, new JsonObject { ["$ref"] = Reference($"{name} {target}") }) });
        }
        if (rules.Count > 0) owner["allOf"] = rules;
    }

    private static JsonObject Only(string key, JsonObject schema) => new() { ["properties"] = new JsonObject { [key] = schema } };

    private static string Reference(string definition) =>
        "#/definitions/" + Uri.EscapeDataString(definition.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
