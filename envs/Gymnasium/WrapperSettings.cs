using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.Gymnasium;

/// <summary>A Python wrapper around every copy.</summary>
public sealed record WrapperSettings
{
    /// <summary>A class of <c>gymnasium.wrappers</c>, e.g. <c>FlattenObservation</c>, or <c>module:Class</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its keyword arguments, an object. Default none.</summary>
    [JsonPropertyName("kwargs")]
    public JsonElement? Arguments { get; init; }
}
