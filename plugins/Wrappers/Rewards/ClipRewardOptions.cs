using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>The bounds of <see cref="ClipReward"/>. Where neither is given they are -1 and 1.</summary>
public sealed record ClipRewardOptions : IValidatableObject
{
    /// <summary>The smallest reward that comes out; null for none where max_reward is given, else -1. Default null.</summary>
    [JsonPropertyName("min_reward")]
    public double? MinReward { get; init; }

    /// <summary>The largest reward that comes out; null for none where min_reward is given, else 1. Default null.</summary>
    [JsonPropertyName("max_reward")]
    public double? MaxReward { get; init; }

    /// <summary>The bounds that hold.</summary>
    internal (double Low, double High) Bounds => this is { MinReward: null, MaxReward: null }
        ? (-1, 1)
        : (MinReward ?? double.NegativeInfinity, MaxReward ?? double.PositiveInfinity);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MinReward > MaxReward) yield return new Refused("at most max_reward", "Lower it, or raise max_reward.", nameof(MinReward));
    }
}
