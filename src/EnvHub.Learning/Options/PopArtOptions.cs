using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How fast <see cref="PopArt"/> follows the targets.</summary>
public sealed record PopArtOptions
{
    /// <summary>β: what one update's batch counts in the running mean and deviation, (0, 1]. Default 3e-4.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Rate { get; init; } = 3e-4;
}
