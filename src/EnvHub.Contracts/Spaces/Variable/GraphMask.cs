namespace EnvHub.Contracts;

/// <summary>How to restrict a sample of a <see cref="GraphSpace"/>.</summary>
public sealed record GraphMask
{
    /// <summary>For a Discrete node space, each node's mask (<c>bool[]</c>) or probabilities (<c>double[]</c>), one after the other, shape
    /// <c>[NodeCount * n]</c>; null for none.</summary>
    public object? Nodes { get; init; }

    /// <summary>For a Discrete edge space, the mask or probabilities of every edge, shape <c>[n]</c>; null for none.</summary>
    public object? Edges { get; init; }

    /// <summary>How many nodes; at least 1.</summary>
    public int NodeCount { get; init; } = 10;

    /// <summary>How many edges; null: drawn, up to one for every ordered pair of nodes.</summary>
    public int? EdgeCount { get; init; }
}
