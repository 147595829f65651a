using System.Globalization;

namespace EnvHub.Learning;

/// <summary>What a segment is to a network of action values: of which layer, of which task.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Layer">0 for the first hidden layer, encoders included; the number of hidden layers for a head.</param>
/// <param name="Task">Index of the only task that uses it; -1 where all tasks share it.</param>
/// <param name="Path">Its name without the task's, as in a network of one task: <c>trunk.0.weight</c>, <c>trunk.1.norm.bias</c>,
/// <c>head.weight</c>. By it segments of different networks are matched.</param>
public sealed record SegmentRole(ParameterSegment Segment, int Layer, int Task, string Path)
{
    /// <summary>The roles of all segments of <paramref name="network"/>, in their order.</summary>
    public static IReadOnlyList<SegmentRole> Of(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Segments.Select(segment => RoleOf(segment, network.Spec))];
    }

    private static SegmentRole RoleOf(ParameterSegment segment, NetworkSpec spec)
    {
        string kind = segment.Name[(segment.Name.LastIndexOf('.') + 1)..];
        for (int task = 0; task < spec.Heads.Count; task++)
        {
            string name = spec.Heads[task].Name;
            if (segment.Name == $"encoder.{name}.{kind}") return new(segment, 0, task, $"trunk.0.{kind}");
            if (segment.Name == $"head.{name}.{kind}") return new(segment, spec.Hidden.Count, task, $"head.{kind}");
        }
        int layer = int.Parse(segment.Name.Split('.')[1], CultureInfo.InvariantCulture);
        return new(segment, layer, Task: -1, segment.Name);
    }
}
