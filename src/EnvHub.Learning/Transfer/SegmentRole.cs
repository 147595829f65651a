using System.Globalization;

namespace EnvHub.Learning;

/// <summary>What a segment is to a network of action values: of which layer, of which task.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Layer">0 for the first hidden layer, encoders included; <see cref="NetworkSpec.Depth"/> for a head.</param>
/// <param name="Task">Index of the only task that uses it; -1 where all tasks share it.</param>
/// <param name="Path">Its name without the task's, as in a network of one task: <c>trunk.0.weight</c>, <c>trunk.1.norm.bias</c>,
/// <c>head.weight</c>; <c>encoder.0.weight</c> where layers are given one by one. By it segments of different networks are matched.</param>
public sealed record SegmentRole(ParameterSegment Segment, int Layer, int Task, string Path)
{
    /// <summary>The roles of all segments of <paramref name="network"/>, in their order.</summary>
    public static IReadOnlyList<SegmentRole> Of(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Spec.Layers is null) return [.. network.Segments.Select(segment => RoleOf(segment, network.Spec))];
        var plan = NetworkPlan.Of(network.Spec);
        return [.. network.Segments.Select(segment => RoleOf(segment, plan))];
    }

    // Layers one by one count as one: what is copied is all of them or none.
    private static SegmentRole RoleOf(ParameterSegment segment, NetworkPlan plan)
    {
        var part = plan.Parts.First(part => part.Parameters.Any(parameter => parameter.Name == segment.Name));
        string kind = part.Name[..(part.Name + '.').IndexOf('.', StringComparison.Ordinal)];
        int task = part.Heads.Count == 1 && part != plan.Trunk ? part.Heads[0] : -1;
        return new(segment, plan.Heads.Contains(part) ? plan.Spec.Depth : 0, task, kind + segment.Name[part.Name.Length..]);
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
