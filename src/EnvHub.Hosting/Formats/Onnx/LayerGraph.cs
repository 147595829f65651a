using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Writes a network that is given layer by layer as ONNX operations.</summary>
/// <remarks>ONNX convolves images with their channels first; between layers they are <c>[N, H, W, C]</c> here as in the hub, and only a convolution sees them turned.</remarks>
/// <param name="valuesOf">A segment's values in the order of files.</param>
internal sealed class LayerGraph(NetworkPlan plan, Func<string, float[]> valuesOf, OnnxGraph graph)
{
    /// <summary>Adds one head's way through the network.</summary>
    /// <param name="name">Before the names of the intermediate results.</param>
    /// <param name="values">The name of the scaled observations, <c>[N, n]</c>.</param>
    /// <param name="output">The name of the result, <c>[N, out]</c>.</param>
    public void Add(int head, string name, string values, string output)
    {
        var input = plan.Spec.Heads[head].Input;
        if (input.IsImage) values = graph.Node("Reshape", $"{name}/image", [values, graph.Shape($"{name}/image.shape", -1, input.Height, input.Width, input.Channels)]);
        if (plan.EncoderOf(head) is >= 0 and var encoder) values = Add(plan.Encoders[encoder].Layers, name, values);
        values = Add(plan.Trunk.Layers, name, values);
        var outputs = plan.Spec.Heads[head].Outputs;
        string path = plan.Heads[head].Name;
        if (outputs.Count == 0) Gemm(path, output, values);
        else graph.Node("Concat", output, [.. outputs.Select(part => Gemm($"{path}.{part.Name}", $"{name}/{part.Name}", values))], ("axis", 1));
    }

    private string Add(IReadOnlyList<PlannedLayer> layers, string name, string values)
    {
        int index = 0;
        foreach (var layer in layers) values = Add(layer, $"{name}/{layer.Path}.{index++}", values);
        return values;
    }

    private string Add(PlannedLayer layer, string name, string values) => layer.Spec switch
    {
        LinearSpec => Gemm(layer.Path, name, values),
        ConvolutionSpec convolution => Convolution(layer, convolution, name, values),
        LayerNormSpec => graph.Node("LayerNormalization", name, [values, Vector($"{layer.Path}.weight"), Vector($"{layer.Path}.bias")],
            ("axis", -1), ("epsilon", LayerNormalization.DefaultEpsilon)),
        ActivationSpec { Kind: var kind } => graph.Node(kind == Activation.Relu ? "Relu" : "Tanh", name, [values]),
        FlattenSpec => graph.Node("Flatten", name, [values], ("axis", 1)),
        ResidualSpec => graph.Node("Add", name, [values, Add(layer.Inner, name, values)]),
        _ => throw HostingErrors.NoOperation(layer.Path, $"{layer.Spec}"),
    };

    private string Gemm(string path, string name, string values)
    {
        float[] bias = valuesOf($"{path}.bias"), weight = valuesOf($"{path}.weight");
        return graph.Node("Gemm", name,
            [values, graph.Constant($"{path}.weight", weight, bias.Length, weight.Length / bias.Length), graph.Constant($"{path}.bias", bias, bias.Length)], ("transB", 1));
    }

    private string Convolution(PlannedLayer layer, ConvolutionSpec convolution, string name, string values)
    {
        var (kernel, stride, padding) = (convolution.Kernel, convolution.Stride, convolution.Padding);
        string first = graph.Node("Transpose", $"{name}/channels.first", [values], ("perm", (int[])[0, 3, 1, 2]));
        string weight = graph.Constant($"{layer.Path}.weight", valuesOf($"{layer.Path}.weight"), convolution.Filters, layer.Input.Channels, kernel, kernel);
        string result = graph.Node("Conv", $"{name}/convolved", [first, weight, Vector($"{layer.Path}.bias")],
            ("kernel_shape", (int[])[kernel, kernel]), ("strides", (int[])[stride, stride]), ("pads", (int[])[padding, padding, padding, padding]));
        return graph.Node("Transpose", name, [result], ("perm", (int[])[0, 2, 3, 1]));
    }

    private string Vector(string name)
    {
        float[] values = valuesOf(name);
        return graph.Constant(name, values, values.Length);
    }
}
