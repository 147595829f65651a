namespace EnvHub.Numerics;

/// <summary>What RMSProp keeps from step to step; a view.</summary>
public readonly ref struct RmsPropState
{
    /// <summary>Mean of the squared gradients, shape <c>[P]</c>.</summary>
    public required Span<float> Squares { get; init; }

    /// <summary>Mean of the gradients, shape <c>[P]</c>; empty unless centred.</summary>
    public Span<float> Means { get; init; }

    /// <summary>Shape <c>[P]</c>; empty without momentum.</summary>
    public Span<float> Velocity { get; init; }
}
