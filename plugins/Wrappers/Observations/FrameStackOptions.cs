using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>What <see cref="FrameStackObservation"/> shows.</summary>
public sealed record FrameStackOptions
{
    /// <summary>How many observations, the current one included; in [1, 1024]. Default 4.</summary>
    [JsonPropertyName("stack_size")]
    [Range(1, 1024)]
    public int StackSize { get; init; } = 4;

    /// <summary>What fills the stack at an episode's start. Default reset.</summary>
    [JsonPropertyName("padding_type")]
    public FramePadding PaddingType { get; init; } = FramePadding.Reset;
}
