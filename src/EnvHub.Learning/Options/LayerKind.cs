namespace EnvHub.Learning;

/// <summary>The layers that a network can be written of.</summary>
public enum LayerKind
{
    /// <summary>Over an image; takes <c>filters</c> and <c>kernel</c>, and may take <c>stride</c> and <c>padding</c>.</summary>
    Convolution,

    /// <summary>Takes <c>units</c>.</summary>
    Linear,

    /// <summary>Over numbers, or over the channels of each place of an image.</summary>
    LayerNorm,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>An image as numbers.</summary>
    Flatten,

    /// <summary>Takes <c>layers</c>, whose result is added to what goes in.</summary>
    Residual,
}
