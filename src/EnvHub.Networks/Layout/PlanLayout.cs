using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Where the parameters of a plan lie in the flat vector: in the plan's order, every row beginning at a cache line.</summary>
internal sealed class PlanLayout
{
    private readonly List<ParameterSegment> _segments = [];
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

    public PlanLayout(NetworkPlan plan)
    {
        foreach (var parameter in plan.Parameters) Place(parameter);
    }

    public IReadOnlyList<ParameterSegment> Segments => _segments;

    /// <summary>Length of the parameter vector.</summary>
    public int Length { get; private set; }

    public int OffsetOf(string name) => _offsets[name];

    private void Place(PlannedParameter parameter)
    {
        int columns = parameter.Shape[0];
        long rows = parameter.Count / columns;
        if (Length + rows * AlignedBuffer.Pad(columns) > int.MaxValue) throw NetworkErrors.TooLarge();
        ParameterSegment segment = new(parameter.Name, Length, (int)rows, columns, AlignedBuffer.Pad(columns)) { Shape = parameter.Shape };
        _segments.Add(segment);
        _offsets.Add(parameter.Name, Length);
        Length += segment.Length;
    }
}
