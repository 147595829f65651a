using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ToyText;

/// <summary>The frozen lake's settings.</summary>
/// <remarks>Source: Gymnasium's keyword arguments and defaults, and those of its <c>generate_random_map</c>. Differs: a random map's seed has
/// a default, so that equal settings give equal lakes.</remarks>
public record FrozenLakeSettings : EnvironmentSettings
{
    /// <summary>Gymnasium's rewards.</summary>
    internal static readonly IReadOnlyList<double> UsualRewards = [1, 0, 0];

    /// <summary>The map, row by row: S start, F frozen, H hole, G goal; null for <see cref="MapName"/>. Rows of equal length, at most 100 of
    /// at most 100, with at least one S. Default null.</summary>
    [JsonPropertyName("desc")]
    public IReadOnlyList<string>? Map { get; init; }

    /// <summary>One of Gymnasium's maps; null for a random one. Default 4x4.</summary>
    [JsonPropertyName("map_name")]
    public FrozenLakeMapName? MapName { get; init; } = FrozenLakeMapName.FourByFour;

    /// <summary>Whether a step may slip to either side. Default true.</summary>
    [JsonPropertyName("is_slippery")]
    public bool IsSlippery { get; init; } = true;

    /// <summary>Chance that a slippery step goes where it should, [0, 1]; the sides share the rest. Default 1/3.</summary>
    [JsonPropertyName("success_rate"), Range(0.0, 1.0)]
    public double SuccessRate { get; init; } = 1.0 / 3.0;

    /// <summary>Rewards of a step to the goal, into a hole and onto ice or a start, finite. Default 1, 0, 0.</summary>
    [JsonPropertyName("reward_schedule")]
    public IReadOnlyList<double> RewardSchedule { get; init; } = UsualRewards;

    /// <summary>Rows and columns of a random map, [2, 100]. Default 8.</summary>
    [JsonPropertyName("map_size"), Range(2, 100)]
    public int MapSize { get; init; } = 8;

    /// <summary>Chance that a cell of a random map is frozen, [0, 1]. Default 0.8.</summary>
    [JsonPropertyName("map_p"), Range(0.0, 1.0)]
    public double MapFrozen { get; init; } = 0.8;

    /// <summary>Seed of a random map: Gymnasium's <c>generate_random_map(seed=...)</c>. Default 0.</summary>
    [JsonPropertyName("map_seed")]
    public ulong MapSeed { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. base.Validate(validationContext), .. FrozenLakeFaults.Of(this)];
}
