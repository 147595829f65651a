namespace EnvHub.Networks;

/// <summary>What layers work with in one pass.</summary>
internal readonly ref struct LayerPass
{
    /// <summary>Samples.</summary>
    public required int Batch { get; init; }

    /// <summary>The network's, shape <c>[P]</c>.</summary>
    public required ReadOnlySpan<float> Parameters { get; init; }

    /// <summary>The network's, shape <c>[P]</c>; added to. Empty in a forward pass.</summary>
    public Span<float> Gradients { get; init; }

    /// <summary>Overwritten by each layer.</summary>
    public required Span<float> Scratch { get; init; }
}
