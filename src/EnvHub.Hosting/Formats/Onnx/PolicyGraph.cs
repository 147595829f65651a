using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Writes a policy's network as ONNX operations: scaling of observations, hidden layers, the task's head.</summary>
/// <remarks>Tasks share what the network shares: a constant is in the file once.</remarks>
internal sealed class PolicyGraph(INetworkPolicy policy, OnnxGraph graph)
{
    private readonly NetworkSpec _spec = policy.Network.Spec;

    /// <summary>Adds one task's way through the network.</summary>
    /// <param name="name">The task's; before the names of the intermediate results.</param>
    /// <param name="input">The name of its observations, <c>[N, n]</c>.</param>
    /// <param name="output">The name of its action values, <c>[N, A]</c>.</param>
    public void Add(int task, string name, string input, string output)
    {
        var head = _spec.Heads[policy.HeadOf(task)];
        string values = Interleave(task, name, Scale(task, name, graph.Input(input, head.InputSize)));
        if (_spec.Layers is not null)
        {
            var layers = new LayerGraph(NetworkPlan.Of(_spec), Values, graph);
            layers.Add(policy.HeadOf(task), name, values, output);
            graph.Output(output, head.OutputSize);
            return;
        }
        for (int layer = 0; layer < _spec.Hidden.Count; layer++)
        {
            string place = $"{name}/hidden.{layer}";
            values = layer == 0 ? First(policy.HeadOf(task), place, values) : Linear($"trunk.{layer}", place, values);
            if (_spec.LayerNorm) values = Normalise(layer, place, values);
            values = graph.Node(_spec.Activation == Activation.Relu ? "Relu" : "Tanh", $"{place}.active", [values]);
        }
        Linear($"head.{head.Name}", output, values);
        graph.Output(output, head.OutputSize);
    }

    // As the hub computes it: a product with the inverse, not a quotient.
    private string Scale(int task, string name, string input)
    {
        if (policy.ScalingOf(task) is not { } scaling) return input;
        string offset = graph.Constant($"{name}/offset", [.. scaling.Offset], scaling.Offset.Count);
        string factor = graph.Constant($"{name}/factor", [.. scaling.Scale.Select(scale => 1f / scale)], scaling.Scale.Count);
        return graph.Node("Mul", $"{name}/scaled", [graph.Node("Sub", $"{name}/centred", [input, offset]), factor]);
    }

    private string Interleave(int task, string name, string values)
    {
        if (policy.PlanesOf(task) is not var (planes, pixels, channels)) return values;
        values = graph.Node("Reshape", $"{name}/planes", [values, graph.Shape($"{name}/planes.shape", -1, planes, pixels, channels)]);
        values = graph.Node("Transpose", $"{name}/pixels", [values], ("perm", (int[])[0, 2, 1, 3]));
        return graph.Node("Flatten", $"{name}/interleaved", [values], ("axis", 1));
    }

    private string First(int head, string place, string input)
    {
        var own = _spec.Heads[head];
        if (_spec.Heads.Count == 1) return Linear("trunk.0", place, input);
        return _spec.Inputs == InputSharing.EncoderPerTask ? Linear($"encoder.{own.Name}", place, input) : Shared(head, own, place, input);
    }

    // Padding is zeros, whose rows add nothing; the one-hot picks one row, which adds to the bias.
    private string Shared(int head, HeadSpec own, string place, string input)
    {
        float[] weight = Transposed("trunk.0.weight"), bias = Values("trunk.0.bias");
        int units = bias.Length, row = _spec.Heads.Max(other => other.InputSize) + head;
        for (int i = 0; i < units; i++) bias[i] += weight[row * units + i];
        return graph.Node("Gemm", place,
        [
            input,
            graph.Constant($"trunk.0.{own.Name}.weight", weight[..(own.InputSize * units)], own.InputSize, units),
            graph.Constant($"trunk.0.{own.Name}.bias", bias, units),
        ]);
    }

    private string Linear(string part, string output, string input)
    {
        float[] weight = Transposed($"{part}.weight"), bias = Values($"{part}.bias");
        return graph.Node("Gemm", output,
        [
            input,
            graph.Constant($"{part}.weight", weight, weight.Length / bias.Length, bias.Length),
            graph.Constant($"{part}.bias", bias, bias.Length),
        ]);
    }

    private string Normalise(int layer, string place, string input)
    {
        float[] gain = Values($"trunk.{layer}.norm.weight"), shift = Values($"trunk.{layer}.norm.bias");
        string[] inputs = [input, graph.Constant($"trunk.{layer}.norm.weight", gain, gain.Length), graph.Constant($"trunk.{layer}.norm.bias", shift, shift.Length)];
        return graph.Node("LayerNormalization", $"{place}.normal", inputs, ("axis", -1), ("epsilon", LayerNormalization.DefaultEpsilon));
    }

    // A weight as [inputs, outputs].
    private float[] Transposed(string name)
    {
        var segment = Segment(name);
        float[] values = Values(name), transposed = new float[values.Length];
        var (outputs, inputs) = (segment.Shape[0], segment.Shape[1]);
        for (int output = 0; output < outputs; output++)
            for (int input = 0; input < inputs; input++) transposed[input * outputs + output] = values[output * inputs + input];
        return transposed;
    }

    // In the order of files.
    private float[] Values(string name)
    {
        var segment = Segment(name);
        var values = new float[segment.Count];
        policy.Network.Export(policy.Network.Parameters, segment, values);
        return values;
    }

    private ParameterSegment Segment(string name) => policy.Network.Segments.FirstOrDefault(segment => segment.Name == name) ?? throw HostingErrors.NoSuchSegment(name);
}
