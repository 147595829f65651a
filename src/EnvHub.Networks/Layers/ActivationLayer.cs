namespace EnvHub.Networks;

/// <summary>An activation that no layer before it could take in.</summary>
internal sealed class ActivationLayer(Activation activation, Slab outputs) : Layer(outputs)
{
    public override void Forward(in LayerPass pass, Slab inputs)
    {
        SlabRows.Copy(inputs, Outputs, pass.Batch);
        Activate(activation, Outputs.Values(pass.Batch));
    }

    public override void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes)
    {
        if (inputSlopes is null) return;
        ActivationGradient(activation, Outputs.Values(pass.Batch), slopes.Values(pass.Batch));
        SlabRows.Copy(slopes, inputSlopes, pass.Batch);
    }
}
