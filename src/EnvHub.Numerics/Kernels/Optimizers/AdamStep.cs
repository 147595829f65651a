namespace EnvHub.Numerics;

/// <summary>The numbers of one step of Adam or AdamW.</summary>
/// <remarks>With g the scaled gradient plus <c>WeightDecay · p</c>: m = β₁m + (1 − β₁)g; v = β₂v + (1 − β₂)g²;
/// p = Decay · p − StepSize · m/(√v / RootCorrection + ε). Source: Kingma and Ba (2015); Loshchilov and Hutter (2019).</remarks>
public readonly record struct AdamStep
{
    /// <summary>β₁, [0, 1).</summary>
    public required double Beta1 { get; init; }

    /// <summary>β₂, [0, 1).</summary>
    public required double Beta2 { get; init; }

    /// <summary>ε, above 0.</summary>
    public required double Epsilon { get; init; }

    /// <summary>Learning rate/(1 − β₁ᵗ), t the number of this step.</summary>
    public required double StepSize { get; init; }

    /// <summary>√(1 − β₂ᵗ).</summary>
    public required double RootCorrection { get; init; }

    /// <summary>Factor on every gradient.</summary>
    public float GradientScale { get; init; } = 1;

    /// <summary>Share of the parameter that joins the gradient: Adam's weight decay.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Factor on the parameter before the step: 1 − learning rate · weight decay for AdamW.</summary>
    public double Decay { get; init; } = 1;

    /// <summary>A plain step of Adam.</summary>
    public AdamStep() { }
}
