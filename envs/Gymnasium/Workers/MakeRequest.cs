using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Envs.Gymnasium;

/// <summary>What a worker is told to make.</summary>
internal static class MakeRequest
{
    /// <summary>One line of JSON, equal for equal settings.</summary>
    public static string Of(string id, GymnasiumSettings settings) => new JsonObject
    {
        ["id"] = id,
        ["kwargs"] = Arguments(settings.Arguments),
        ["maxEpisodeSteps"] = settings.MaxEpisodeSteps,
        ["wrappers"] = new JsonArray([.. settings.Wrappers.Select(wrapper =>
            (JsonNode)new JsonObject { ["name"] = wrapper.Name, ["kwargs"] = Arguments(wrapper.Arguments) })]),
        ["path"] = new JsonArray([.. settings.Path.Select(folder => (JsonNode)Path.GetFullPath(folder))]),
        ["render"] = settings.Render,
        ["actionMasks"] = settings.ActionMasks,
    }.ToJsonString();

    private static JsonObject? Arguments(JsonElement? arguments) => arguments is { } given ? JsonObject.Create(given) : null;
}
