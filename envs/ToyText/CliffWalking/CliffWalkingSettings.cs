using System.Text.Json.Serialization;

namespace EnvHub.Envs.ToyText;

/// <summary>The cliff walk's settings.</summary>
/// <remarks>Source: Gymnasium's keyword argument and default.</remarks>
public record CliffWalkingSettings : EnvironmentSettings
{
    /// <summary>Whether a step may slip to either side, a third each. Default false.</summary>
    [JsonPropertyName("is_slippery")]
    public bool IsSlippery { get; init; }
}
