namespace EnvHub.Learning;

/// <summary>Copies weights from sources into a network, segment by segment.</summary>
/// <remarks>Segments are matched by <see cref="SegmentRole.Path"/>, so the tasks' names and the number of tasks may differ. Adapters:
/// <list type="bullet">
/// <item>Observations. With a map, row i of the first layer's weight <c>[n, units]</c> is the source's row <c>map[i]</c>, and zeros for -1: the
/// network begins with the source's values and learns to use the new numbers. Without a map, n must be the source's, else the first
/// layer's weight and bias are new: a learnt linear map from the target's observations to the source's second layer.</item>
/// <item>Actions. With a map, column a of the head is the source's column <c>map[a]</c>, and drawn for -1. Without a map, A must be
/// the source's, else the head is new.</item>
/// </list></remarks>
public static class WeightTransfer
{
    /// <summary>Overwrites what the rule copies and leaves the rest as it is.</summary>
    /// <param name="sources">One per head; what all tasks share comes from the first.</param>
    /// <returns>What became of each segment.</returns>
    /// <exception cref="HubException">EH2101 a layer that is copied has other units in the source; EH2102 one of the two has LayerNorm and
    /// the other has not; EH2104 their activations differ. No weight was changed.</exception>
    public static IReadOnlyList<SegmentTransfer> Apply(INetwork network, IReadOnlyList<SourceTask> sources, TransferRule rule)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(rule);
        var roles = SegmentRole.Of(network);
        var plans = roles.Select(role => Plan(role, network.Spec, sources[Math.Max(role.Task, 0)], rule)).ToArray();
        foreach (var plan in plans)
            if (plan.Origin != SegmentOrigin.New) Copy(network, plan, sources[Math.Max(plan.Role.Task, 0)], rule);
        return plans;
    }

    private static SegmentTransfer Plan(SegmentRole role, NetworkSpec spec, SourceTask source, TransferRule rule)
    {
        bool isHead = role.Layer == spec.Depth;
        if (isHead ? rule.Head == HeadStart.New : role.Layer >= rule.CopiedLayers) return new(role, SegmentOrigin.New, null);
        if (spec.Layers is not null || source.Layers is not null) RequireSameLayers(role, spec, source);
        else if (!isHead) RequireSameLayer(role.Layer, spec, source);
        else RequireSameTop(spec, source);
        if (isHead) return Decide(role, rule.ActionMap, role.Segment.Columns == source.Outputs, source);
        bool isFirst = spec.Layers is null && role.Path is ("trunk.0.weight" or "trunk.0.bias");
        return Decide(role, isFirst ? rule.ObservationMap : null, !isFirst || spec.Heads[Math.Max(role.Task, 0)].InputSize == source.Inputs, source);
    }

    private static SegmentTransfer Decide(SegmentRole role, IReadOnlyList<int>? map, bool sameCount, SourceTask source)
    {
        if (map is null && !sameCount) return new(role, SegmentOrigin.New, null);
        // The first layer's bias has a value per unit, whatever the observations are.
        bool adapts = map is not null && role.Path != "trunk.0.bias";
        return new(role, adapts ? SegmentOrigin.Adapted : SegmentOrigin.Copied, source.Label);
    }

    private static void RequireSameLayers(SegmentRole role, NetworkSpec spec, SourceTask source)
    {
        if (source.Layers != spec.Layers || source.Input != spec.Heads[Math.Max(role.Task, 0)].Input) throw LearningErrors.LayersDiffer(source.Label);
    }

    private static void RequireSameLayer(int layer, NetworkSpec spec, SourceTask source)
    {
        if (source.HasNorm != spec.LayerNorm) throw LearningErrors.NormDiffers(source.Label, source.HasNorm, spec.LayerNorm);
        if (source.Activation is { } activation && activation != spec.Activation) throw LearningErrors.ActivationDiffers(source.Label, activation, spec.Activation);
        if (layer >= source.Hidden.Count || source.Hidden[layer] != spec.Hidden[layer])
            throw LearningErrors.HiddenDiffers(source.Label, source.Hidden, spec.Hidden);
    }

    private static void RequireSameTop(NetworkSpec spec, SourceTask source)
    {
        if (source.Hidden.Count != spec.Hidden.Count || source.Hidden[^1] != spec.Hidden[^1])
            throw LearningErrors.HiddenDiffers(source.Label, source.Hidden, spec.Hidden);
    }

    private static void Copy(INetwork network, SegmentTransfer plan, SourceTask source, TransferRule rule)
    {
        var segment = plan.Role.Segment;
        float[] values = source.Read(plan.Role.Path), own = new float[segment.Count];
        network.Export(network.Parameters, segment, own);
        bool adapts = plan.Origin == SegmentOrigin.Adapted, isHead = plan.Role.Path.StartsWith("head.", StringComparison.Ordinal);
        int inputs = !segment.IsMatrix ? 1 : isHead ? segment.Rows : values.Length / segment.Columns;
        for (int row = 0; row < segment.Rows; row++)
            for (int column = 0; column < segment.Columns; column++)
            {
                int fromRow = adapts && !isHead ? rule.ObservationMap![row] : row;
                int fromColumn = adapts && isHead ? rule.ActionMap![column] : column;
                ref float weight = ref own[column * segment.Rows + row];
                if (fromRow < 0) weight = 0;
                else if (fromColumn >= 0) weight = values[fromColumn * inputs + fromRow];
            }
        network.Import(network.Parameters, segment, own);
    }
}
