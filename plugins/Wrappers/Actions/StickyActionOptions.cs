using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How often and how long <see cref="StickyAction"/> repeats.</summary>
public sealed record StickyActionOptions : IValidatableObject
{
    /// <summary>The probability of a repetition at each step, in [0, 1). Default 0.25.</summary>
    [JsonPropertyName("repeat_action_probability")]
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Probability { get; init; } = 0.25;

    /// <summary>Steps that a repetition lasts, at least 1; the shortest where repeat_action_duration_high is given. Default 1.</summary>
    [JsonPropertyName("repeat_action_duration")]
    [Range(1, 1_000_000)]
    public int Duration { get; init; } = 1;

    /// <summary>The longest that a repetition lasts, drawn for each; null: all last repeat_action_duration. Default null.</summary>
    [JsonPropertyName("repeat_action_duration_high")]
    [Range(1, 1_000_000)]
    public int? LongestDuration { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LongestDuration < Duration) yield return new Refused($"at least repeat_action_duration, {Duration}", "Raise it, or lower repeat_action_duration.", nameof(LongestDuration));
    }
}
