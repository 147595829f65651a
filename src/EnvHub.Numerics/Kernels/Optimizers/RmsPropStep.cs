namespace EnvHub.Numerics;

/// <summary>The numbers of one step of RMSProp.</summary>
/// <remarks>With g the scaled gradient plus <c>WeightDecay · p</c>: s = αs + (1 − α)g²; where means are kept m = αm + (1 − α)g and
/// d = √(s − m²) + ε, else d = √s + ε; where velocities are kept u = μu + g/d and p = p − rate · u, else p = p − rate · g/d.
/// Source: Hinton (2012). Differs from PyTorch: s − m², which rounding can take below zero, counts as zero there instead of NaN.</remarks>
public readonly record struct RmsPropStep
{
    /// <summary>α, [0, 1).</summary>
    public required double Alpha { get; init; }

    /// <summary>ε, above 0.</summary>
    public required double Epsilon { get; init; }

    /// <summary>Of this step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>μ, [0, 1); used where velocities are kept.</summary>
    public double Momentum { get; init; }

    /// <summary>Factor on every gradient.</summary>
    public float GradientScale { get; init; } = 1;

    /// <summary>Share of the parameter that joins the gradient.</summary>
    public double WeightDecay { get; init; }

    /// <summary>A plain step of RMSProp.</summary>
    public RmsPropStep() { }
}
