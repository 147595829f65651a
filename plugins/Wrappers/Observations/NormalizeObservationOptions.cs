using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.Wrappers;

/// <summary>How <see cref="NormalizeObservation"/> divides.</summary>
public sealed record NormalizeObservationOptions
{
    /// <summary>Added to the variance so that nothing is divided by 0; at least 0. Default 1e-8.</summary>
    [Range(0.0, double.MaxValue)]
    public double Epsilon { get; init; } = 1e-8;
}
