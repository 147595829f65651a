using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How <see cref="DiscretizeAction"/> cuts.</summary>
public sealed record DiscretizeActionOptions : IValidatableObject
{
    /// <summary>Bins of each component, in [1, 65536]. Default 5.</summary>
    [Range(1, 65_536)]
    public int Bins { get; init; } = 5;

    /// <summary>Bins per component, one number for each, in place of bins; null for the same number everywhere. Default null.</summary>
    [JsonPropertyName("bins_per_component")]
    [Range(1, 65_536)]
    public IReadOnlyList<int>? BinsPerComponent { get; init; }

    /// <summary>Whether an action is one index per component, MultiDiscrete, and not one index for all. Default false.</summary>
    [JsonPropertyName("multidiscrete")]
    public bool MultiDiscrete { get; init; }

    /// <summary>Bins of each of <paramref name="components"/>.</summary>
    internal int[] Counts(int components) => BinsPerComponent is { } given ? [.. given] : [.. Enumerable.Repeat(Bins, components)];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BinsPerComponent is { Count: 0 }) yield return new Refused("a number per component, or null", "Add them, or write null.", nameof(BinsPerComponent));
    }
}
