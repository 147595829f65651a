using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A convolution, with the activation that follows it.</summary>
internal sealed class ConvolutionLayer(LinearPart part, ConvolutionShape shape, Slab outputs) : Layer(outputs)
{
    private Activation? _activation;

    public override int ScratchLength => Convolutions.ScratchLength(shape, part.Stride);

    public override void Forward(in LayerPass pass, Slab inputs)
    {
        Convolutions.Forward(shape, inputs.Rows(pass.Batch), WeightOf(pass.Parameters, part.Stride), pass.Parameters.Slice(part.Bias, part.Stride),
            Outputs.Padded(pass.Batch), pass.Scratch, rectify: _activation == Activation.Relu);
        if (_activation != Activation.Relu) Activate(_activation, Outputs.Values(pass.Batch));
    }

    public override void Backward(in LayerPass pass, Slab inputs, Slab slopes, Slab? inputSlopes)
    {
        ActivationGradient(_activation, Outputs.Values(pass.Batch), slopes.Values(pass.Batch));
        var dy = slopes.Padded(pass.Batch);
        Convolutions.AddWeightGradient(shape, inputs.Rows(pass.Batch), dy,
            new(pass.Gradients.Slice(part.Weight, part.Inputs * part.Stride), part.Inputs, part.Stride), pass.Scratch);
        ColumnSums.Add(dy, pass.Gradients.Slice(part.Bias, part.Stride));
        if (inputSlopes is null) return;
        Convolutions.InputGradient(shape, slopes.Rows(pass.Batch), WeightOf(pass.Parameters, part.Outputs), inputSlopes.Rows(pass.Batch), pass.Scratch);
    }

    public override bool Absorb(Activation activation)
    {
        if (_activation is not null) return false;
        _activation = activation;
        return true;
    }

    private ReadOnlyMatrix WeightOf(ReadOnlySpan<float> parameters, int columns) =>
        new(parameters.Slice(part.Weight, part.Inputs * part.Stride), part.Inputs, columns, part.Stride);
}
