namespace EnvHub.Contracts;

/// <summary>Graphs with values at their nodes and, if there is an edge space, at their edges. Means what <c>gymnasium.spaces.Graph</c>
/// means.</summary>
/// <remarks>As in Gymnasium, samples of a Discrete node or edge space count from 0, whatever its start.</remarks>
public sealed class GraphSpace : VariableSpace<GraphInstance>
{
    /// <param name="nodeSpace">A Box or Discrete.</param>
    /// <param name="edgeSpace">A Box or Discrete; null for graphs without edges.</param>
    /// <exception cref="HubException">EH1025 another kind of space.</exception>
    public GraphSpace(Space nodeSpace, Space? edgeSpace = null)
    {
        ArgumentNullException.ThrowIfNull(nodeSpace);
        if (nodeSpace is not (IBoxSpace or DiscreteSpace)) throw ContractErrors.BadGraphPart("node", nodeSpace.ToString());
        if (edgeSpace is not (null or IBoxSpace or DiscreteSpace)) throw ContractErrors.BadGraphPart("edge", edgeSpace.ToString());
        (NodeSpace, EdgeSpace) = (nodeSpace, edgeSpace);
    }

    /// <summary>What stands at each node: a Box or Discrete.</summary>
    public Space NodeSpace { get; }

    /// <summary>What stands at each edge: a Box or Discrete; null for graphs without edges.</summary>
    public Space? EdgeSpace { get; }

    /// <inheritdoc/>
    public override bool Contains(GraphInstance value)
    {
        if (value?.Nodes is null || !value.Nodes.All(NodeSpace.ContainsObject)) return false;
        if (value.Edges is null || value.EdgeLinks is null) return value.Edges is null && value.EdgeLinks is null;
        return EdgeSpace is not null && value.Edges.All(EdgeSpace.ContainsObject) && value.EdgeLinks.Count == value.Edges.Count
            && value.EdgeLinks.All(link => IsNode(link.From, value) && IsNode(link.To, value));
    }

    /// <inheritdoc/>
    public override bool Equals(Space? other) =>
        other is GraphSpace that && NodeSpace.Equals(that.NodeSpace) && Equals(EdgeSpace, that.EdgeSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NodeSpace, EdgeSpace);

    /// <inheritdoc/>
    public override string ToString() => $"Graph({NodeSpace}, {EdgeSpace?.ToString() ?? "None"})";

    internal override GraphInstance Draw(SpaceGenerators generators, object? mask)
    {
        var restriction = mask is null ? new GraphMask()
            : mask as GraphMask ?? throw ContractErrors.WrongMaskType(ToString(), mask, nameof(GraphMask));
        int nodeCount = restriction.NodeCount;
        if (nodeCount < 1) throw ContractErrors.BadGraphSize(ToString(), "nodes", nodeCount, 1);
        var random = generators.Own;      // Gymnasium draws the nodes and edges from the graph's own generator too
        int edgeCount = restriction.EdgeCount ?? (nodeCount > 1 ? (int)random.Integers((long)nodeCount * (nodeCount - 1)) : 0);
        if (edgeCount < 0) throw ContractErrors.BadGraphSize(ToString(), "edges", edgeCount, 0);
        object[] nodes = NodeSpace.DrawMany(random, nodeCount, restriction.Nodes);
        if (EdgeSpace is null || edgeCount == 0) return new(nodes);
        object[] edges = EdgeSpace.DrawMany(random, edgeCount, Repeat(restriction.Edges, edgeCount));
        var links = new (int, int)[edgeCount];
        for (int i = 0; i < links.Length; i++) links[i] = ((int)random.Integers(nodeCount), (int)random.Integers(nodeCount));
        return new(nodes, edges, links);
    }

    private static object? Repeat(object? mask, int count) => mask switch
    {
        bool[] allowed => Enumerable.Repeat(allowed, count).SelectMany(each => each).ToArray(),
        double[] probabilities => Enumerable.Repeat(probabilities, count).SelectMany(each => each).ToArray(),
        _ => mask,
    };

    private static bool IsNode(int index, GraphInstance graph) => index >= 0 && index < graph.Nodes.Count;
}
