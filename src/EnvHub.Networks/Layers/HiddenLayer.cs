using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A hidden layer after its linear map: optional LayerNorm, then the activation; keeps what the backward pass needs.</summary>
internal sealed class HiddenLayer(int units, Activation activation, bool hasNorm, NormPart norm)
{
    private const int BlockRows = 32;

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

    /// <summary>Computes the outputs, a few rows at a time where more than the linear map is to be done: they are still in the cache.</summary>
    /// <param name="spare">As <see cref="LinearPart.Forward"/>'s.</param>
    public void Forward(LinearPart linear, ReadOnlySpan<float> parameters, ReadOnlyMatrix inputs, Span<float> spare)
    {
        int block = hasNorm || activation != Activation.Relu ? BlockRows : inputs.Rows;
        for (int row = 0; row < inputs.Rows; row += block)
        {
            int rows = Math.Min(block, inputs.Rows - row);
            ReadOnlyMatrix part = new(inputs.Values[(row * inputs.Stride)..((row + rows) * inputs.Stride)], rows, inputs.Columns, inputs.Stride);
            Forward(linear, parameters, part, row, spare);
        }
    }

    private void Forward(LinearPart linear, ReadOnlySpan<float> parameters, ReadOnlyMatrix inputs, int row, Span<float> spare)
    {
        int rows = inputs.Rows;
        bool rectifies = activation == Activation.Relu;
        var outputs = _outputs.Span.Slice(row * _stride, rows * _stride);
        var sums = hasNorm ? _normal.Span.Slice(row * _stride, rows * _stride) : outputs;
        linear.Forward(parameters, inputs, new(sums, rows, _stride), rectifies && !hasNorm, spare);
        if (hasNorm)
            LayerNormalization.Forward(
                new(sums, rows, units, _stride), parameters.Slice(norm.Gain, _stride), parameters.Slice(norm.Shift, _stride),
                new(outputs, rows, units, _stride), _inverseDeviations.Span.Slice(row, rows), rectifies);
        if (!rectifies) Activations.Tanh(outputs);
    }

    /// <summary>The outputs if they were rectified, whole rows; empty if not.</summary>
    public ReadOnlySpan<float> Rectified(int batch) => activation == Activation.Relu ? _outputs.Span[..(batch * _stride)] : [];

    /// <summary>Turns ∂/∂outputs, already 0 where <see cref="Rectified"/> is 0, into ∂/∂(the linear map's result), adding the gradients of the normalisation.</summary>
    /// <param name="slopes">Shape <c>[batch, stride]</c>.</param>
    public void Backward(Matrix slopes, ReadOnlySpan<float> parameters, Span<float> gradients)
    {
        var outputs = Padded(slopes.Rows);
        if (activation == Activation.Tanh) Activations.TanhGradient(outputs.Values, slopes.Values);
        if (!hasNorm) return;
        ColumnSums.Add(slopes, gradients.Slice(norm.Shift, _stride));
        LayerNormalization.Backward(
            new(slopes.Values, slopes.Rows, units, _stride), new(_normal.Span[..outputs.Values.Length], slopes.Rows, units, _stride),
            parameters.Slice(norm.Gain, _stride), _inverseDeviations.Span, gradients.Slice(norm.Gain, _stride));
    }
}
