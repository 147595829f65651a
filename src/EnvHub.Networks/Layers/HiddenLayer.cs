using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A hidden layer after its linear map: optional LayerNorm, then the activation; keeps what the backward pass needs.</summary>
internal sealed class HiddenLayer(int units, Activation activation, bool hasNorm, NormPart norm)
{
    private readonly int _stride = AlignedBuffer.Pad(units);
    private AlignedBuffer _outputs = new(0), _normal = new(0), _inverseDeviations = new(0);

    public void Grow(int batch)
    {
        _outputs = new(batch * _stride);
        if (!hasNorm) return;
        _normal = new(batch * _stride);
        _inverseDeviations = new(batch);
    }

    /// <summary>The outputs, whole rows: <c>[batch, stride]</c>.</summary>
    public Matrix Padded(int batch) => new(_outputs.Span[..(batch * _stride)], batch, _stride);

    /// <summary>The outputs as the next layer reads them: <c>[batch, units]</c>.</summary>
    public ReadOnlyMatrix Outputs(int batch) => new(_outputs.Span[..(batch * _stride)], batch, units, _stride);

    public void Forward(LinearPart linear, ReadOnlySpan<float> parameters, ReadOnlyMatrix inputs, Span<float> spare)
    {
        int batch = inputs.Rows;
        bool fuses = !hasNorm && activation == Activation.Relu;
        var outputs = Padded(batch);
        var sums = hasNorm ? new Matrix(_normal.Span[..(batch * _stride)], batch, _stride) : outputs;
        linear.Forward(parameters, inputs, sums, fuses, spare);
        if (hasNorm)
            LayerNormalization.Forward(
                new(sums.Values, batch, units, _stride), parameters.Slice(norm.Gain, _stride), parameters.Slice(norm.Shift, _stride),
                new(outputs.Values, batch, units, _stride), _inverseDeviations.Span);
        if (activation == Activation.Tanh) Activations.Tanh(outputs.Values);
        else if (!fuses) Activations.Rectify(outputs.Values);
    }

    /// <summary>Turns ∂/∂outputs into ∂/∂(the linear map's result), adding the gradients of the normalisation.</summary>
    /// <param name="slopes">Shape <c>[batch, stride]</c>.</param>
    public void Backward(Matrix slopes, ReadOnlySpan<float> parameters, Span<float> gradients)
    {
        var outputs = Padded(slopes.Rows);
        if (activation == Activation.Tanh) Activations.TanhGradient(outputs.Values, slopes.Values);
        else Activations.RectifyGradient(outputs.Values, slopes.Values);
        if (!hasNorm) return;
        ColumnSums.Add(slopes, gradients.Slice(norm.Shift, _stride));
        LayerNormalization.Backward(
            new(slopes.Values, slopes.Rows, units, _stride), new(_normal.Span[..outputs.Values.Length], slopes.Rows, units, _stride),
            parameters.Slice(norm.Gain, _stride), _inverseDeviations.Span, gradients.Slice(norm.Gain, _stride));
    }
}
