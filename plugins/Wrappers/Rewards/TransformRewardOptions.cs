using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>What <see cref="TransformReward"/> does: <c>clip(scale x reward + offset)</c>.</summary>
public sealed record TransformRewardOptions : IValidatableObject
{
    /// <summary>Multiplies the reward. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Added after that. Default 0.</summary>
    public double Offset { get; init; }

    /// <summary>The smallest reward that comes out; null for none. Default null.</summary>
    [JsonPropertyName("min_reward")]
    public double? MinReward { get; init; }

    /// <summary>The largest reward that comes out; null for none. Default null.</summary>
    [JsonPropertyName("max_reward")]
    public double? MaxReward { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MinReward > MaxReward) yield return new Refused("at most max_reward", "Lower it, or raise max_reward.", nameof(MinReward));
    }
}
