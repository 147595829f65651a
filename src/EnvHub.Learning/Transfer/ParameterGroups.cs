namespace EnvHub.Learning;

/// <summary>Divides a network of action values into the groups that fine-tuning steps differently.</summary>
public static class ParameterGroups
{
    /// <summary>The fewest groups that together are the whole parameter vector.</summary>
    /// <param name="trunkFactor">Factor on the learning rate of every hidden layer, encoders included.</param>
    /// <param name="freezes">Whether a hidden layer or, as the number of hidden layers, the heads can stand still.</param>
    public static IReadOnlyList<ParameterGroup> Of(INetwork network, double trunkFactor, Func<int, bool> freezes)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(freezes);
        var groups = new List<ParameterGroup>();
        foreach (var role in SegmentRole.Of(network))
        {
            double factor = role.Layer < network.Spec.Depth ? trunkFactor : 1;
            var own = new ParameterGroup(role.Segment.Offset, role.Segment.Length, factor, freezes(role.Layer));
            if (groups.Count > 0 && groups[^1] is var last && last with { Offset = own.Offset, Length = own.Length } == own)
                groups[^1] = last with { Length = own.Offset + own.Length - last.Offset };
            else groups.Add(own);
        }
        return groups;
    }
}
