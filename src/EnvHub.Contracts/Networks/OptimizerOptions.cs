using System.ComponentModel.DataAnnotations;

namespace EnvHub.Contracts;

/// <summary>Settings of an optimiser, with PyTorch's defaults. The learning rate is the learner's.</summary>
public sealed record OptimizerOptions
{
    /// <summary>The update rule. Default Adam.</summary>
    public OptimizerKind Kind { get; init; } = OptimizerKind.Adam;

    /// <summary>Decay of the first moment (Adam, AdamW), [0, 1). Default 0.9.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the second moment (Adam, AdamW), [0, 1). Default 0.999.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the second moment (Adam, AdamW, RMSProp), above 0. Default 1e-8.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Weight decay, at least 0. Default 0.</summary>
    [Range(0.0, 1e6)]
    public double WeightDecay { get; init; }

    /// <summary>Decay of the squared gradient (RMSProp), [0, 1). Default 0.99.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Alpha { get; init; } = 0.99;

    /// <summary>Whether RMSProp subtracts the squared mean gradient. Default false.</summary>
    public bool Centered { get; init; }

    /// <summary>Momentum (RMSProp, SGD), [0, 1). Default 0.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; }
}
