namespace EnvHub.Numerics;

/// <summary>The numbers of one step of gradient descent: with g the scaled gradient plus <c>WeightDecay · p</c>,
/// u = Momentum · u + g; p = p − LearningRate · u.</summary>
public readonly record struct DescentStep
{
    /// <summary>Of this step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>[0, 1).</summary>
    public double Momentum { get; init; }

    /// <summary>Factor on every gradient.</summary>
    public float GradientScale { get; init; } = 1;

    /// <summary>Share of the parameter that joins the gradient.</summary>
    public double WeightDecay { get; init; }

    /// <summary>A plain step of descent.</summary>
    public DescentStep() { }
}
