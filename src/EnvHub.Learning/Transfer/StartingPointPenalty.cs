using System.Numerics;

namespace EnvHub.Learning;

/// <summary>L2-SP: <c>½α‖w - w⁰‖²</c> over what was copied, <c>½β‖w‖²</c> over what is new, w⁰ being the weights to begin with.</summary>
/// <remarks>A segment of which a map left parts new counts as copied: these parts are held to their first values. The loss that learners report
/// does not count the penalty. Source: Li, Grandvalet and Davoine (2018). With Adam the gradient passes through its moments, so α acts
/// relative to the other gradients.</remarks>
public sealed class StartingPointPenalty
{
    private readonly (int Offset, int Length, bool IsNew)[] _segments;
    private readonly float[] _start;   // w⁰, shape [P]
    private readonly float _copied, _new;

    /// <param name="network">At its starting point.</param>
    /// <param name="manifest">What was copied.</param>
    /// <param name="copied">α, at least 0.</param>
    /// <param name="fresh">β, at least 0.</param>
    public StartingPointPenalty(INetwork network, IReadOnlyList<SegmentTransfer> manifest, double copied, double fresh)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(manifest);
        (_copied, _new, _start) = ((float)copied, (float)fresh, network.Parameters.ToArray());
        _segments = [.. manifest.Select(line => (line.Role.Segment.Offset, line.Role.Segment.Length, line.Origin == SegmentOrigin.New))];
    }

    /// <summary>The penalty at the weights of <paramref name="network"/>.</summary>
    public double Value(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double sum = 0;
        foreach (var (offset, length, isNew) in _segments)
            for (int i = offset; i < offset + length; i++)
            {
                double distance = network.Parameters[i] - (isNew ? 0 : _start[i]);
                sum += 0.5 * (isNew ? _new : _copied) * distance * distance;
            }
        return sum;
    }

    /// <summary>Adds <c>α(w - w⁰)</c> or <c>βw</c> to the gradients.</summary>
    public void AddGradients(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        foreach (var (offset, length, isNew) in _segments)
        {
            var weights = network.Parameters.Slice(offset, length);
            var gradients = network.Gradients.Slice(offset, length);
            if (isNew) Add(weights, [], _new, gradients);
            else Add(weights, _start.AsSpan(offset, length), _copied, gradients);
        }
    }

    private static void Add(ReadOnlySpan<float> weights, ReadOnlySpan<float> start, float factor, Span<float> gradients)
    {
        int i = 0;
        for (; i <= weights.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var distance = new Vector<float>(weights[i..]) - (start.IsEmpty ? default : new Vector<float>(start[i..]));
            (new Vector<float>(gradients[i..]) + factor * distance).CopyTo(gradients[i..]);
        }
        for (; i < weights.Length; i++) gradients[i] += factor * (weights[i] - (start.IsEmpty ? 0 : start[i]));
    }

    /// <summary>Writes w⁰ under <paramref name="name"/>.</summary>
    public void Save(ICheckpointWriter writer, string name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<float>(name, _start);
    }

    /// <summary>Reads the w⁰ that <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.Read<float>(name, _start);
    }
}
