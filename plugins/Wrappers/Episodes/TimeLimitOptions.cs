using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>When <see cref="TimeLimit"/> truncates.</summary>
public sealed record TimeLimitOptions
{
    /// <summary>Steps after which an episode is truncated, at least 1. Default 1000.</summary>
    [JsonPropertyName("max_episode_steps")]
    [Range(1, int.MaxValue)]
    public int MaxEpisodeSteps { get; init; } = 1000;
}
