using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How <see cref="NormalizeReward"/> gathers its statistics.</summary>
public sealed record NormalizeRewardOptions
{
    /// <summary>The discount of the sum of rewards, γ, in [0, 1]. Default 0.99.</summary>
    [Range(0.0, 1.0)]
    public double Gamma { get; init; } = 0.99;

    /// <summary>Added to the variance so that nothing is divided by 0; at least 0. Default 1e-8.</summary>
    [Range(0.0, double.MaxValue)]
    public double Epsilon { get; init; } = 1e-8;
}
