using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How the losses of several tasks are weighed against each other, on top of the tasks' own weights.</summary>
public sealed record WeightingOptions
{
    /// <summary>The method. Default fixed.</summary>
    public WeightingKind Kind { get; init; } = WeightingKind.Fixed;

    /// <summary>How fast learned weights move, above 0; of uncertainty, FAMO and GradNorm. Default 0.025.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Rate { get; init; } = 0.025;

    /// <summary>How even the weights of DWA are, above 0. Default 2.</summary>
    [Range(0.0, 1e6, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 2;

    /// <summary>Updates that one loss of DWA is the mean of, at least 1. Default 100.</summary>
    [Range(1, 1_000_000)]
    public int Window { get; init; } = 100;

    /// <summary>α of GradNorm, at least 0: how much more a task gets whose loss has fallen less. Default 0.12.</summary>
    [Range(0.0, 100.0)]
    public double Asymmetry { get; init; } = 0.12;

    /// <summary>c of CAGrad, in [0, 1): how far from the mean gradient, in its own length. Default 0.5.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Conflict { get; init; } = 0.5;
}
