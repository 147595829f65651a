using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>What <see cref="FrameStackObservation"/> shows.</summary>
public sealed record FrameStackOptions : IValidatableObject
{
    /// <summary>How many observations, the current one included; in [1, 1024]. Default 4.</summary>
    [JsonPropertyName("stack_size")]
    [Range(1, 1024)]
    public int StackSize { get; init; } = 4;

    /// <summary>What fills the stack at an episode's start. Default reset.</summary>
    [JsonPropertyName("padding_type")]
    public FramePadding PaddingType { get; init; } = FramePadding.Reset;

    /// <summary>An observation that fills the stack in place of padding_type: one number for every component, or one for each, row-major; in
    /// the observation space. Default null: none.</summary>
    [JsonPropertyName("padding_value")]
    public IReadOnlyList<double>? PaddingValue { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PaddingValue is { Count: 0 }) yield return new Refused("one number, or one per component, or null", "Add them, or write null.", nameof(PaddingValue));
    }
}
