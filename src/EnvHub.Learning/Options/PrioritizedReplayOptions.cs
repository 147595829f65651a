using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How transitions are drawn by their errors, see <see cref="ReplayPriorities"/>.</summary>
public sealed record PrioritizedReplayOptions
{
    /// <summary>α, [0, 1]: 0 draws all alike, 1 in proportion to the error. Default 0.6.</summary>
    [Range(0.0, 1.0)]
    public double Exponent { get; init; } = 0.6;

    /// <summary>β at the first step, [0, 1]: how much of the unequal chances the weights in the loss make good; 1 at the last step, reached linearly. Default 0.4.</summary>
    [Range(0.0, 1.0)]
    public double Correction { get; init; } = 0.4;

    /// <summary>Added to every error, so that none is forgotten, above 0, in the units of the targets. Default 1e-3.</summary>
    [Range(0.0, 1e9, MinimumIsExclusive = true)]
    public double Floor { get; init; } = 1e-3;
}
