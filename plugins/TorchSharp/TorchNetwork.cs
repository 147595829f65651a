using EnvHub.Numerics;
using static TorchSharp.torch;

namespace EnvHub.Plugins.TorchSharp;

/// <summary>A network of libtorch over one flat tensor of parameters and one of gradients: each layer's weights are views of the first, and what
/// backpropagation adds lands in views of the second.</summary>
internal sealed class TorchNetwork : INetwork
{
    private readonly NetworkPlan _plan;
    private readonly TorchVector _parameters, _gradients;
    private readonly ParameterSegment[] _segments;
    private readonly Dictionary<string, Tensor> _weights = new(StringComparer.Ordinal);
    private readonly TorchInputs[] _inputs;
    private readonly Device _device;
    private Tensor? _outputs;
    private int _lastHead = -1, _batch;

    public TorchNetwork(NetworkPlan plan, RandomGenerator random, Device device, ImageLayout layout)
    {
        (_plan, _device, _segments) = (plan, device, Place(plan));
        int length = _segments.Sum(segment => segment.Count);
        (_parameters, _gradients) = (TorchVector.Zeros(length, device), TorchVector.Zeros(length, device));
        foreach (var (parameter, segment) in plan.Parameters.Zip(_segments))
        {
            var values = new float[segment.Count];
            parameter.Draw(random, values);
            Import(_parameters, segment, values);
            _weights.Add(segment.Name, Weight(segment));
        }
        _inputs = [.. plan.Spec.Heads.Select((_, head) => new TorchInputs(plan.Spec, head, device, layout))];
    }

    public NetworkSpec Spec => _plan.Spec;

    public ParameterVector Parameters => _parameters;

    public ParameterVector Gradients => _gradients;

    public IReadOnlyList<ParameterSegment> Segments => _segments;

    public ParameterVector CreateVector() => TorchVector.Zeros(_parameters.Length, _device);

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        Require(head);
        var task = Spec.Heads[head];
        int batch = inputs.Length / task.InputSize;
        if (batch == 0 || batch * task.InputSize != inputs.Length) throw TorchSharpErrors.BadBuffer($"the inputs of head '{task.Name}'", inputs.Length, $"a positive multiple of {task.InputSize}");
        if (outputs.Length != (long)batch * task.OutputSize) throw TorchSharpErrors.BadBuffer($"the buffer for outputs of head '{task.Name}'", outputs.Length, $"{(long)batch * task.OutputSize}");
        _lastHead = -1;
        using (NewDisposeScope())
        {
            var values = _inputs[head].Take(inputs, batch);
            if (_plan.EncoderOf(head) is >= 0 and var encoder) values = Through(_plan.Encoders[encoder].Layers, values);
            values = Through(_plan.Trunk.Layers, values);
            var result = Head(head, values);
            _outputs?.Dispose();
            _outputs = result.DetachFromDisposeScope();
        }
        HostMemory.Read(_outputs, outputs);
        (_lastHead, _batch) = (head, batch);
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients)
    {
        Require(head);
        var task = Spec.Heads[head];
        if (head != _lastHead) throw TorchSharpErrors.NothingToGoBack(task.Name);
        if (outputGradients.Length != _batch * task.OutputSize)
            throw TorchSharpErrors.BadBuffer($"the output gradient of head '{task.Name}'", outputGradients.Length, $"{_batch * task.OutputSize}");
        using var scope = NewDisposeScope();
        var slopes = empty([_batch, task.OutputSize], ScalarType.Float32, _device);
        HostMemory.Write(outputGradients, slopes);
        // What the layers keep stays until the next Forward: a second Backward adds as the first did.
        _outputs!.backward([slopes], create_graph: false, retain_graph: true);
    }

    public void Export(ParameterVector vector, ParameterSegment segment, Span<float> values)
    {
        CheckSegment(segment, values.Length);
        using var scope = NewDisposeScope();
        HostMemory.Read(TorchVector.ValuesOf(vector).narrow(0, segment.Offset, segment.Count), values);
    }

    public void Import(ParameterVector vector, ParameterSegment segment, ReadOnlySpan<float> values)
    {
        CheckSegment(segment, values.Length);
        using var scope = NewDisposeScope();
        HostMemory.Write(values, TorchVector.ValuesOf(vector).narrow(0, segment.Offset, segment.Count));
    }

    public void Dispose()
    {
        _outputs?.Dispose();
        foreach (var weight in _weights.Values) weight.Dispose();
        foreach (var inputs in _inputs) inputs.Dispose();
        _parameters.Dispose();
        _gradients.Dispose();
    }

    // PyTorch's own order of each weight is that of files: no gaps, nothing to turn.
    private static ParameterSegment[] Place(NetworkPlan plan)
    {
        var segments = new List<ParameterSegment>();
        long offset = 0;
        foreach (var parameter in plan.Parameters)
        {
            if (offset + parameter.Count > int.MaxValue) throw TorchSharpErrors.TooLarge();
            int columns = parameter.Shape[0];
            segments.Add(new(parameter.Name, (int)offset, (int)(parameter.Count / columns), columns, columns) { Shape = parameter.Shape });
            offset += parameter.Count;
        }
        return [.. segments];
    }

    // A leaf of its own that shares the flat tensor's memory, so that a gradient is added where it belongs and nowhere else.
    private Tensor Weight(ParameterSegment segment)
    {
        using var scope = NewDisposeScope();
        long[] shape = [.. segment.Shape.Select(length => (long)length)];
        var weight = _parameters.Values.narrow(0, segment.Offset, segment.Count).view(shape).detach();
        weight.requires_grad_(true);
        weight.grad = _gradients.Values.narrow(0, segment.Offset, segment.Count).view(shape);
        return weight.DetachFromDisposeScope();
    }

    private Tensor Head(int head, Tensor values)
    {
        var (name, outputs) = (_plan.Heads[head].Name, Spec.Heads[head].Outputs);
        return outputs.Count == 0 ? Linear(name, values) : cat([.. outputs.Select(output => Linear($"{name}.{output.Name}", values))], 1);
    }

    private Tensor Through(IReadOnlyList<PlannedLayer> layers, Tensor values)
    {
        foreach (var layer in layers) values = Through(layer, values);
        return values;
    }

    // Images go from layer to layer as [B, H, W, C], as the hub's observations are; convolutions see them as [B, C, H, W], in memory as the layout says.
    private Tensor Through(PlannedLayer layer, Tensor values) => layer.Spec switch
    {
        LinearSpec => Linear(layer.Path, values),
        ConvolutionSpec convolution => nn.functional.conv2d(values.permute(0, 3, 1, 2), _weights[layer.Path + ".weight"], _weights[layer.Path + ".bias"],
            [convolution.Stride, convolution.Stride], [convolution.Padding, convolution.Padding]).permute(0, 2, 3, 1),
        LayerNormSpec => nn.functional.layer_norm(values, [layer.Input.Channels], _weights[layer.Path + ".weight"], _weights[layer.Path + ".bias"]),
        ActivationSpec { Kind: Activation.Relu } => values.relu(),
        ActivationSpec => values.tanh(),
        FlattenSpec => values.reshape(values.shape[0], -1),
        ResidualSpec => values + Through(layer.Inner, values),
        _ => throw TorchSharpErrors.UnknownLayer(layer.Path, $"{layer.Spec}"),
    };

    private Tensor Linear(string path, Tensor values) => nn.functional.linear(values, _weights[path + ".weight"], _weights[path + ".bias"]);

    private void Require(int head)
    {
        if ((uint)head >= (uint)Spec.Heads.Count) throw TorchSharpErrors.HeadOutside(head, Spec.Heads.Count);
    }

    private static void CheckSegment(ParameterSegment segment, int length)
    {
        if (length != segment.Count) throw TorchSharpErrors.BadBuffer($"the buffer for the segment {segment.Name}", length, $"{segment.Count}");
    }
}
