using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How often <see cref="RepeatAction"/> takes an action.</summary>
public sealed record RepeatActionOptions
{
    /// <summary>Steps inside per step outside, in [1, 10000]. Default 4.</summary>
    [JsonPropertyName("num_repeats")]
    [Range(1, 10_000)]
    public int NumRepeats { get; init; } = 4;
}
