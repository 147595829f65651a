using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>LayerNorm over the channels of each place, with the activation that follows it.</summary>
internal sealed class NormLayer(NormPart part, Slab outputs) : Layer(outputs)
{
    private readonly Slab _normal = new(outputs.Shape);
    private AlignedBuffer _inverseDeviations = new(0);
    private Activation? _activation;

    public override void Grow(int batch)
    {
        base.Grow(batch);
        _normal.Grow(batch);
        _inverseDeviations = new(batch * Outputs.Places);
    }

    public override void Forward(in LayerPass pass, Slab inputs)
    {
        SlabRows.Copy(inputs, _normal, pass.Batch);
        LayerNormalization.Forward(_normal.Rows(pass.Batch), pass.Parameters.Slice(part.Gain, part.Stride), pass.Parameters.Slice(part.Shift, part.Stride),
            Outputs.Rows(pass.Batch), _inverseDeviations.Span[..(pass.Batch * Outputs.Places)], rectify: _activation == Activation.Relu);
        if (_activation != Activation.Relu) Activate(_activation, Outputs.Values(pass.Batch));
    }

    public override void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes)
    {
        ActivationGradient(_activation, Outputs.Values(pass.Batch), slopes.Values(pass.Batch));
        ColumnSums.Add(slopes.Padded(pass.Batch), pass.Gradients.Slice(part.Shift, part.Stride));
        LayerNormalization.Backward(slopes.Rows(pass.Batch), _normal.Rows(pass.Batch), pass.Parameters.Slice(part.Gain, part.Stride),
            _inverseDeviations.Span[..(pass.Batch * Outputs.Places)], pass.Gradients.Slice(part.Gain, part.Stride));
        if (inputSlopes is not null) SlabRows.Copy(slopes, inputSlopes, pass.Batch);
    }

    public override bool Absorb(Activation activation)
    {
        if (_activation is not null) return false;
        _activation = activation;
        return true;
    }
}
