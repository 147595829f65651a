namespace EnvHub.Contracts;

/// <summary>A value of a <see cref="GraphSpace"/>.</summary>
/// <param name="Nodes">A value of the node space for each node.</param>
/// <param name="Edges">A value of the edge space for each edge; null where there is none.</param>
/// <param name="EdgeLinks">The indexes of the nodes that each edge goes from and to; null where there is no edge.</param>
public sealed record GraphInstance(IReadOnlyList<object> Nodes, IReadOnlyList<object>? Edges = null, IReadOnlyList<(int From, int To)>? EdgeLinks = null);
