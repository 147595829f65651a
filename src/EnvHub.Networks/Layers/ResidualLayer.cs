namespace EnvHub.Networks;

/// <summary>y = x + f(x).</summary>
internal sealed class ResidualLayer(LayerChain inner, Slab outputs) : Layer(outputs)
{
    private readonly Slab _innerSlopes = new(outputs.Shape);

    public override int ScratchLength => inner.ScratchLength;

    public override void Grow(int batch)
    {
        base.Grow(batch);
        _innerSlopes.Grow(batch);
        inner.Grow(batch);
    }

    public override void Forward(in LayerPass pass, Slab inputs)
    {
        inner.Forward(pass, inputs);
        SlabRows.Copy(inputs, Outputs, pass.Batch);
        SlabRows.Add(inner.Outputs, Outputs, pass.Batch);
    }

    public override void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes)
    {
        SlabRows.Copy(slopes, inner.Slopes, pass.Batch);
        inner.Backward(pass, inputs, inputSlopes is null ? null : _innerSlopes);
        if (inputSlopes is null) return;
        SlabRows.Copy(slopes, inputSlopes, pass.Batch);
        SlabRows.Add(_innerSlopes, inputSlopes, pass.Batch);
    }
}
