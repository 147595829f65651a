using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A multi-layer perceptron in vectorised C#. Work and memory per call depend on the called head alone.</summary>
internal sealed class PerceptronNetwork : INetwork
{
    private const int NoHead = -1;

    private readonly ParameterLayout _layout;
    private readonly HostVector _parameters, _gradients;
    private readonly AlignedBuffer _scratch, _spare;
    private readonly HiddenLayer[] _layers;
    private readonly int _widest, _widestInput, _widestOutput;
    private AlignedBuffer _inputs = new(0), _outputs = new(0), _slopes = new(0), _otherSlopes = new(0);
    private int _capacity, _batch, _lastHead = NoHead;

    public PerceptronNetwork(NetworkSpec spec, RandomGenerator random)
    {
        Spec = spec;
        _layout = new ParameterLayout(spec);
        (_parameters, _gradients) = (new(_layout.Length), new(_layout.Length));
        _layers = [.. spec.Hidden.Select((units, layer) => new HiddenLayer(units, spec.Activation, spec.LayerNorm, _layout.Norms[layer]))];
        _widest = AlignedBuffer.Pad(spec.Hidden.Max());
        _widestInput = spec.Heads.Max(head => head.InputSize);
        _widestOutput = AlignedBuffer.Pad(spec.Heads.Max(head => head.OutputSize));
        _spare = new(_widest);
        _scratch = new(_layout.Heads.Concat(_layout.Trunk.Skip(1)).Max(part => MatrixProducts.ScratchLength(part.Inputs, part.Outputs)));
        Initialization.Fill(_layout.Segments, _parameters.Span, random);
    }

    public NetworkSpec Spec { get; }

    public ParameterVector Parameters => _parameters;

    public ParameterVector Gradients => _gradients;

    public IReadOnlyList<ParameterSegment> Segments => _layout.Segments;

    public ParameterVector CreateVector() => new HostVector(_layout.Length);

    public void Export(ParameterVector vector, ParameterSegment segment, Span<float> values) => FileOrder.Export(HostVector.SpanOf(vector), segment, values);

    public void Import(ParameterVector vector, ParameterSegment segment, ReadOnlySpan<float> values) => FileOrder.Import(HostVector.SpanOf(vector), segment, values);

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int batch = HeadChecks.Forward(Spec, head, inputs.Length, outputs.Length);
        if (batch > _capacity) Grow(batch);
        (_batch, _lastHead) = (batch, head);
        inputs.CopyTo(_inputs.Span);
        var parameters = _parameters.Span;
        _layers[0].Forward(_layout.First[head], parameters, Inputs(head), _spare.Span);
        for (int layer = 1; layer < _layers.Length; layer++)
            _layers[layer].Forward(_layout.Trunk[layer], parameters, _layers[layer - 1].Outputs(batch), _spare.Span);

        var part = _layout.Heads[head];
        Matrix padded = new(_outputs.Span[..(batch * part.Stride)], batch, part.Stride);
        part.Forward(parameters, _layers[^1].Outputs(batch), padded, rectify: false, _spare.Span);
        CopyRows(padded.Values, part.Stride, outputs, part.Outputs, part.Outputs);
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients)
    {
        HeadChecks.Backward(Spec, head, _lastHead, _batch, outputGradients.Length);
        Span<float> parameters = _parameters.Span, gradients = _gradients.Span;
        var part = _layout.Heads[head];
        var slopes = PadOutputGradients(part, outputGradients);
        part.AddGradients(gradients, _layers[^1].Outputs(_batch), slopes);
        for (int layer = _layers.Length - 1; layer >= 0; layer--)
        {
            var below = _layers[layer].Padded(_batch);
            Matrix next = new(_otherSlopes.Span[..below.Values.Length], _batch, part.Inputs, below.Stride);
            part.InputGradient(parameters, slopes, next, _scratch.Span, _layers[layer].Rectified(_batch));
            (_slopes, _otherSlopes) = (_otherSlopes, _slopes);
            slopes = new(next.Values, _batch, below.Stride);
            _layers[layer].Backward(slopes, parameters, gradients);
            part = layer > 0 ? _layout.Trunk[layer] : _layout.First[head];
            part.AddGradients(gradients, layer > 0 ? _layers[layer - 1].Outputs(_batch) : Inputs(head), slopes);
        }
    }

    public void Dispose() { }

    private ReadOnlyMatrix Inputs(int head)
    {
        int size = _layout.First[head].Inputs;
        return new(_inputs.Span[..(_batch * size)], _batch, size);
    }

    private Matrix PadOutputGradients(LinearPart part, ReadOnlySpan<float> outputGradients)
    {
        var padded = _slopes.Span[..(_batch * part.Stride)];
        if (part.Stride > part.Outputs) padded.Clear();
        CopyRows(outputGradients, part.Outputs, padded, part.Stride, part.Outputs);
        return new(padded, _batch, part.Stride);
    }

    // Rows are a few values long: a loop is cheaper than a call of CopyTo for each.
    private static void CopyRows(ReadOnlySpan<float> source, int sourceStride, Span<float> target, int targetStride, int columns)
    {
        for (int from = 0, to = 0; from < source.Length; from += sourceStride, to += targetStride)
            for (int column = 0; column < columns; column++) target[to + column] = source[from + column];
    }

    private void Grow(int batch)
    {
        foreach (var layer in _layers) layer.Grow(batch);
        _inputs = new(batch * _widestInput);
        _outputs = new(batch * _widestOutput);
        _slopes = new(batch * Math.Max(_widest, _widestOutput));
        _otherSlopes = new(batch * Math.Max(_widest, _widestOutput));
        _capacity = batch;
    }
}
