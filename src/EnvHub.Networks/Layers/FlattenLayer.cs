namespace EnvHub.Networks;

/// <summary>An image as numbers: a view where the image has no gaps between its places and is always the same, else a copy.</summary>
internal sealed class FlattenLayer : Layer
{
    private readonly bool _isView;

    /// <param name="inputs">What it always gets; null where that changes.</param>
    public FlattenLayer(Slab? inputs, TensorShape output) : base(CanShow(inputs) ? Slab.View(inputs!, output) : new Slab(output)) => _isView = CanShow(inputs);

    public override void Forward(in LayerPass pass, Slab inputs)
    {
        if (!_isView) SlabRows.Copy(inputs, Outputs, pass.Batch);
    }

    public override void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes)
    {
        if (inputSlopes is not null) SlabRows.Copy(slopes, inputSlopes, pass.Batch);
    }

    private static bool CanShow(Slab? slab) => slab is not null && slab.Stride == slab.Shape.Channels;
}
