namespace EnvHub.Learning;

/// <summary>L2-SP: <c>½α‖w - w⁰‖²</c> over what was copied, <c>½β‖w‖²</c> over what is new, w⁰ being the weights to begin with.</summary>
/// <remarks>A segment of which a map left parts new counts as copied: these parts are held to their first values. The loss that learners report
/// does not count the penalty. Source: Li, Grandvalet and Davoine (2018). With Adam the gradient passes through its moments, so α acts
/// relative to the other gradients.</remarks>
public sealed class StartingPointPenalty
{
    private readonly INetwork _network;
    private readonly ParameterVector _start;   // w⁰
    private readonly Segment[] _segments;

    /// <param name="network">At its starting point; what the penalty is of.</param>
    /// <param name="manifest">What was copied.</param>
    /// <param name="copied">α, at least 0.</param>
    /// <param name="fresh">β, at least 0.</param>
    public StartingPointPenalty(INetwork network, IReadOnlyList<SegmentTransfer> manifest, double copied, double fresh)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(manifest);
        (_network, _start) = (network, network.CreateVector());
        _start.CopyFrom(network.Parameters);
        _segments = [.. manifest.Select(line => new Segment(
            network.Parameters.Part(line.Role.Segment), network.Gradients.Part(line.Role.Segment),
            line.Origin == SegmentOrigin.New ? null : _start.Part(line.Role.Segment), (float)(line.Origin == SegmentOrigin.New ? fresh : copied)))];
    }

    /// <summary>The penalty at the network's weights.</summary>
    public double Value()
    {
        using var distance = _network.CreateVector();
        double sum = 0;
        foreach (var (weights, _, start, factor) in _segments)
        {
            // Of the distance's own vector: as long as the segment, from the start.
            using var own = distance.Part(0, weights.Length);
            own.CopyFrom(weights);
            if (start is not null) own.AddScaled(start, -1);
            sum += 0.5 * factor * own.SumOfSquares();
        }
        return sum;
    }

    /// <summary>Adds <c>α(w - w⁰)</c> or <c>βw</c> to the gradients.</summary>
    public void AddGradients()
    {
        foreach (var (weights, gradients, start, factor) in _segments)
            if (start is null) gradients.AddScaled(weights, factor);
            else gradients.AddScaledDifference(weights, start, factor);
    }

    /// <summary>Writes w⁰ under <paramref name="name"/>.</summary>
    public void Save(ICheckpointWriter writer, string name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<float>(name, _start.ToArray());
    }

    /// <summary>Reads the w⁰ that <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var start = new float[_start.Length];
        reader.Read<float>(name, start);
        _start.Write(start);
    }

    private sealed record Segment(ParameterVector Weights, ParameterVector Gradients, ParameterVector? Start, float Factor);
}
