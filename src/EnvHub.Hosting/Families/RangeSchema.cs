using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>The JSON schema of a range, in the forms that <see cref="SettingRangeReader"/> takes.</summary>
internal static class RangeSchema
{
    public static JsonObject Create() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["const"] = "random" },
            new JsonObject { ["type"] = "array", ["items"] = Number(), ["minItems"] = 2, ["maxItems"] = 2 },
            Only(["low", "high"], new() { ["low"] = Number(), ["high"] = Number(), ["scale"] = new JsonObject { ["enum"] = new JsonArray("linear", "log") } }),
            Only(["choices"], new() { ["choices"] = new JsonObject { ["type"] = "array", ["minItems"] = 2 } })),
    };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject Only(string[] required, JsonObject properties) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };
}
