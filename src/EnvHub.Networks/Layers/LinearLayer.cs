using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A linear map, with the activation that follows it.</summary>
internal sealed class LinearLayer(LinearPart part, Slab outputs) : Layer(outputs)
{
    private Activation? _activation;

    public override int ScratchLength => MatrixProducts.ScratchLength(part.Inputs, part.Outputs) + part.Stride;

    public override void Forward(in LayerPass pass, Slab inputs)
    {
        part.Forward(pass.Parameters, inputs.Rows(pass.Batch), Outputs.Padded(pass.Batch), rectify: _activation == Activation.Relu, pass.Scratch);
        if (_activation != Activation.Relu) Activate(_activation, Outputs.Values(pass.Batch));
    }

    public override void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes)
    {
        ActivationGradient(_activation, Outputs.Values(pass.Batch), slopes.Values(pass.Batch));
        var dy = slopes.Padded(pass.Batch);
        part.AddGradients(pass.Gradients, inputs.Rows(pass.Batch), dy);
        if (inputSlopes is not null) part.InputGradient(pass.Parameters, dy, inputSlopes.Rows(pass.Batch), pass.Scratch, []);
    }

    public override bool Absorb(Activation activation)
    {
        if (_activation is not null) return false;
        _activation = activation;
        return true;
    }
}
