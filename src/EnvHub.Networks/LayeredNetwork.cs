using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A network of any layers: an encoder, the trunk, a head. Work and memory per call depend on the called head alone.</summary>
internal sealed class LayeredNetwork : INetwork
{
    private const int NoHead = -1;

    private readonly PlanLayout _layout;
    private readonly HostVector _parameters, _gradients;
    private readonly AlignedBuffer _scratch;
    private readonly LayerChain?[] _encoders;   // by head; heads that share one have the same
    private readonly LayerChain? _trunk;
    private readonly NetworkHead[] _heads;
    private readonly Slab[] _inputs;            // by head; heads of one encoder, or without any, share theirs
    private int _capacity, _batch, _lastHead = NoHead;

    public LayeredNetwork(NetworkPlan plan, RandomGenerator random)
    {
        Spec = plan.Spec;
        _layout = new(plan);
        (_parameters, _gradients) = (new(_layout.Length), new(_layout.Length));
        var factory = new LayerFactory(_layout.OffsetOf);
        (_inputs, _encoders, _heads) = (new Slab[Spec.Heads.Count], new LayerChain?[Spec.Heads.Count], new NetworkHead[Spec.Heads.Count]);
        PlaceEncoders(plan, factory);
        _trunk = factory.Chain(plan.Trunk.Layers, plan.Encoders.Count > 1 ? null : _encoders[0]?.Outputs ?? _inputs[0]);
        for (int head = 0; head < _heads.Length; head++) _heads[head] = new(Spec.Heads[head], factory, plan.Trunk.Output.Size);
        _scratch = new(Chains.Select(chain => chain.ScratchLength).Concat(_heads.Select(head => head.ScratchLength)).Max());
        Initialise(plan, random);
    }

    public NetworkSpec Spec { get; }

    public ParameterVector Parameters => _parameters;

    public ParameterVector Gradients => _gradients;

    public IReadOnlyList<ParameterSegment> Segments => _layout.Segments;

    private IEnumerable<LayerChain> Chains => _encoders.Append(_trunk).OfType<LayerChain>().Distinct();

    public ParameterVector CreateVector() => new HostVector(_layout.Length);

    public void Export(ParameterVector vector, ParameterSegment segment, Span<float> values) => FileOrder.Export(HostVector.SpanOf(vector), segment, values);

    public void Import(ParameterVector vector, ParameterSegment segment, ReadOnlySpan<float> values) => FileOrder.Import(HostVector.SpanOf(vector), segment, values);

    public void Forward(int head, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int batch = HeadChecks.Forward(Spec, head, inputs.Length, outputs.Length);
        if (batch > _capacity) Grow(batch);
        (_batch, _lastHead) = (batch, head);
        inputs.CopyTo(_inputs[head].Values(batch));
        LayerPass pass = new() { Batch = batch, Parameters = _parameters.Span, Scratch = _scratch.Span };
        var values = _inputs[head];
        if (_encoders[head] is { } encoder)
        {
            encoder.Forward(pass, values);
            values = encoder.Outputs;
        }
        _trunk?.Forward(pass, values);
        _heads[head].Forward(pass, _trunk?.Outputs ?? values, outputs);
    }

    public void Backward(int head, ReadOnlySpan<float> outputGradients)
    {
        HeadChecks.Backward(Spec, head, _lastHead, _batch, outputGradients.Length);
        LayerPass pass = new() { Batch = _batch, Parameters = _parameters.Span, Gradients = _gradients.Span, Scratch = _scratch.Span };
        var encoder = _encoders[head];
        var below = _trunk ?? encoder;
        _heads[head].Backward(pass, below?.Outputs ?? _inputs[head], outputGradients, below?.Slopes);
        _trunk?.Backward(pass, encoder?.Outputs ?? _inputs[head], encoder?.Slopes);
        encoder?.Backward(pass, _inputs[head], null);
    }

    public void Dispose() { }

    private void PlaceEncoders(NetworkPlan plan, LayerFactory factory)
    {
        for (int head = 0; head < _inputs.Length; head++)
        {
            int place = plan.EncoderOf(head);
            int first = place >= 0 ? plan.Encoders[place].Heads[0] : 0;
            _inputs[head] = first < head ? _inputs[first] : Slab.Packed(Spec.Heads[head].Input);
            if (place >= 0) _encoders[head] = first < head ? _encoders[first] : factory.Chain(plan.Encoders[place].Layers, _inputs[head]);
        }
    }

    private void Initialise(NetworkPlan plan, RandomGenerator random)
    {
        foreach (var (parameter, segment) in plan.Parameters.Zip(_layout.Segments))
        {
            var values = new float[segment.Count];
            parameter.Draw(random, values);
            FileOrder.Import(_parameters.Span, segment, values);
        }
    }

    private void Grow(int batch)
    {
        foreach (var inputs in _inputs.Distinct()) inputs.Grow(batch);
        foreach (var chain in Chains) chain.Grow(batch);
        foreach (var head in _heads) head.Grow(batch);
        _capacity = batch;
    }
}
