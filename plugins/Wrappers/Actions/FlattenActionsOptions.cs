using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How far <see cref="FlattenActions"/> goes.</summary>
public sealed record FlattenActionsOptions
{
    /// <summary>The most actions that may come of it, in [1, 1048576]. Default 4096.</summary>
    [JsonPropertyName("max_actions")]
    [Range(1, 1 << 20)]
    public int MaxActions { get; init; } = 4096;
}
