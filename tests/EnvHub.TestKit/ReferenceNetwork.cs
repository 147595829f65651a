using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>A network of a spec in double precision, written for clarity: the truth that a backend is compared with.</summary>
public sealed class ReferenceNetwork
{
    private const double NormEpsilon = 1e-5;

    private readonly NetworkSpec _spec;
    private readonly Dictionary<string, ParameterSegment> _segments;

    /// <summary>A copy of <paramref name="network"/>'s weights.</summary>
    public ReferenceNetwork(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _spec = network.Spec;
        _segments = network.Segments.ToDictionary(segment => segment.Name);
        Parameters = [.. network.Parameters.ToArray().Select(value => (double)value)];
    }

    /// <summary>The weights, laid out as the network's; writing here changes the reference.</summary>
    public double[] Parameters { get; }

    /// <summary>Outputs of a head, shape <c>[B, out]</c>.</summary>
    /// <param name="inputs">Shape <c>[B, in]</c>.</param>
    public double[] Forward(int head, ReadOnlySpan<float> inputs)
    {
        int size = _spec.Heads[head].InputSize;
        List<double> outputs = [];
        for (int start = 0; start < inputs.Length; start += size) outputs.AddRange(ForwardRow(head, inputs.Slice(start, size)));
        return [.. outputs];
    }

    /// <summary>∂(Σ outputs · outputGradients)/∂parameter <paramref name="index"/>, by central differences.</summary>
    public double Slope(int head, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, int index)
    {
        const double Step = 1e-5;
        double kept = Parameters[index];
        Parameters[index] = kept + Step;
        double above = Loss(head, inputs, outputGradients);
        Parameters[index] = kept - Step;
        double below = Loss(head, inputs, outputGradients);
        Parameters[index] = kept;
        return (above - below) / (2 * Step);
    }

    private double Loss(int head, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients)
    {
        double[] outputs = Forward(head, inputs);
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++) loss += outputs[i] * outputGradients[i];
        return loss;
    }

    private double[] ForwardRow(int head, ReadOnlySpan<float> inputs)
    {
        double[] row = Encode(head, inputs);
        for (int layer = 0; layer < _spec.Hidden.Count; layer++)
        {
            bool isOwn = layer == 0 && _spec.Heads.Count > 1 && _spec.Inputs == InputSharing.EncoderPerTask;
            row = Linear(isOwn ? $"encoder.{_spec.Heads[head].Name}" : $"trunk.{layer}", row);
            if (_spec.LayerNorm) row = Normalize($"trunk.{layer}.norm", row);
            row = [.. row.Select(value => _spec.Activation == Activation.Relu ? Math.Max(0, value) : Math.Tanh(value))];
        }
        return Linear($"head.{_spec.Heads[head].Name}", row);
    }

    // Padding with zeros and a one-hot of the task, where several heads share the first layer.
    private double[] Encode(int head, ReadOnlySpan<float> inputs)
    {
        bool pads = _spec.Heads.Count > 1 && _spec.Inputs == InputSharing.PaddedOneHot;
        int longest = _spec.Heads.Max(other => other.InputSize);
        double[] row = new double[pads ? longest + _spec.Heads.Count : inputs.Length];
        for (int i = 0; i < inputs.Length; i++) row[i] = inputs[i];
        if (pads) row[longest + head] = 1;
        return row;
    }

    private double[] Linear(string name, double[] row)
    {
        ParameterSegment weight = _segments[$"{name}.weight"], bias = _segments[$"{name}.bias"];
        double[] result = Parameters.AsSpan(bias.Offset, bias.Columns).ToArray();
        for (int i = 0; i < row.Length; i++)
            for (int j = 0; j < result.Length; j++) result[j] += row[i] * Parameters[weight.Offset + i * weight.Stride + j];
        return result;
    }

    private double[] Normalize(string name, double[] row)
    {
        ParameterSegment gain = _segments[$"{name}.weight"], shift = _segments[$"{name}.bias"];
        double mean = row.Average(), deviation = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + NormEpsilon);
        return [.. row.Select((value, i) => Parameters[gain.Offset + i] * (value - mean) / deviation + Parameters[shift.Offset + i])];
    }
}
