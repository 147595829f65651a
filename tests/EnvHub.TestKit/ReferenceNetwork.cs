using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>A network of a spec in double precision, written for clarity: the truth that a backend is compared with.</summary>
public sealed class ReferenceNetwork
{
    private const double NormEpsilon = 1e-5;

    private readonly NetworkPlan _plan;
    private readonly Dictionary<string, int> _offsets = [];

    /// <summary>A copy of <paramref name="network"/>'s weights.</summary>
    public ReferenceNetwork(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _plan = NetworkPlan.Of(network.Spec);
        int offset = 0;
        foreach (var segment in network.Segments)
        {
            _offsets[segment.Name] = offset;
            offset += segment.Count;
        }
        Parameters = [.. network.InFileOrder(network.Parameters).Select(value => (double)value)];
    }

    /// <summary>The weights, as <see cref="HostVectors.InFileOrder"/> gives them; writing here changes the reference.</summary>
    public double[] Parameters { get; }

    /// <summary>Outputs of a head, shape <c>[B, out]</c>.</summary>
    /// <param name="inputs">Shape <c>[B, in]</c>.</param>
    public double[] Forward(int head, ReadOnlySpan<float> inputs)
    {
        int size = _plan.Spec.Heads[head].InputSize;
        List<double> outputs = [];
        for (int start = 0; start < inputs.Length; start += size) outputs.AddRange(ForwardSample(head, inputs.Slice(start, size)));
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

    private double[] ForwardSample(int head, ReadOnlySpan<float> inputs)
    {
        double[] values = Encode(head, inputs);
        if (_plan.EncoderOf(head) is >= 0 and var encoder) values = Through(_plan.Encoders[encoder].Layers, values);
        values = Through(_plan.Trunk.Layers, values);
        var outputs = _plan.Spec.Heads[head].Outputs;
        string name = _plan.Heads[head].Name;
        return outputs.Count == 0 ? Linear(name, values) : [.. outputs.SelectMany(output => Linear($"{name}.{output.Name}", values))];
    }

    private double[] Through(IReadOnlyList<PlannedLayer> layers, double[] values)
    {
        foreach (var layer in layers)
            values = layer.Spec switch
            {
                LinearSpec => Linear(layer.Path, values),
                ConvolutionSpec convolution => Convolve(layer, convolution, values),
                LayerNormSpec => Normalize(layer.Path, values, layer.Input.Channels),
                ActivationSpec { Kind: Activation.Relu } => [.. values.Select(value => Math.Max(0, value))],
                ActivationSpec => [.. values.Select(Math.Tanh)],
                FlattenSpec => values,
                ResidualSpec => [.. Through(layer.Inner, values).Zip(values, (f, x) => f + x)],
                _ => throw new NotSupportedException($"{layer.Spec}"),
            };
        return values;
    }

    // Padding with zeros and a one-hot of the task, where several heads share the first layer.
    private double[] Encode(int head, ReadOnlySpan<float> inputs)
    {
        var spec = _plan.Spec;
        bool pads = spec.Layers is null && spec.Heads.Count > 1 && spec.Inputs == InputSharing.PaddedOneHot;
        int longest = spec.Heads.Max(other => other.InputSize);
        double[] row = new double[pads ? longest + spec.Heads.Count : inputs.Length];
        for (int i = 0; i < inputs.Length; i++) row[i] = inputs[i];
        if (pads) row[longest + head] = 1;
        return row;
    }

    private double[] Linear(string name, double[] row)
    {
        int weight = _offsets[$"{name}.weight"], bias = _offsets[$"{name}.bias"];
        double[] result = new double[(bias - weight) / row.Length];
        for (int j = 0; j < result.Length; j++)
        {
            result[j] = Parameters[bias + j];
            for (int i = 0; i < row.Length; i++) result[j] += row[i] * Parameters[weight + j * row.Length + i];
        }
        return result;
    }

    private double[] Convolve(PlannedLayer layer, ConvolutionSpec spec, double[] image)
    {
        var (input, output) = (layer.Input, layer.Output);
        double[] result = new double[output.Size];
        for (int y = 0; y < output.Height; y++)
            for (int x = 0; x < output.Width; x++)
                for (int filter = 0; filter < spec.Filters; filter++)
                    result[(y * output.Width + x) * spec.Filters + filter] = At(y * spec.Stride - spec.Padding, x * spec.Stride - spec.Padding, filter);
        return result;

        double At(int top, int left, int filter)
        {
            int weight = _offsets[$"{layer.Path}.weight"];
            double sum = Parameters[_offsets[$"{layer.Path}.bias"] + filter];
            for (int channel = 0; channel < input.Channels; channel++)
                for (int row = 0; row < spec.Kernel; row++)
                    for (int column = 0; column < spec.Kernel; column++)
                    {
                        int y = top + row, x = left + column;
                        if (y < 0 || y >= input.Height || x < 0 || x >= input.Width) continue;
                        sum += image[(y * input.Width + x) * input.Channels + channel]
                            * Parameters[weight + ((filter * input.Channels + channel) * spec.Kernel + row) * spec.Kernel + column];
                    }
            return sum;
        }
    }

    private double[] Normalize(string name, double[] values, int channels) => [.. values.Chunk(channels).SelectMany(row =>
    {
        int gain = _offsets[$"{name}.weight"], shift = _offsets[$"{name}.bias"];
        double mean = row.Average(), deviation = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + NormEpsilon);
        return row.Select((value, i) => Parameters[gain + i] * (value - mean) / deviation + Parameters[shift + i]);
    })];
}
