using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>When and how far the target network follows the online network.</summary>
public sealed record TargetUpdateOptions
{
    /// <summary>From one target update to the next, in <see cref="Unit"/>; at least 1. Default 200.</summary>
    [Range(1, 100_000_000)]
    public int Interval { get; init; } = 200;

    /// <summary>What the interval counts. Default updates.</summary>
    public TargetUpdateUnit Unit { get; init; } = TargetUpdateUnit.Updates;

    /// <summary>Share of the online weights that is mixed in, τ in (0, 1]; 1 copies them. Default 1.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Tau { get; init; } = 1;
}
