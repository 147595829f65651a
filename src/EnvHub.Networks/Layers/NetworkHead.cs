using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>A head at work: a linear map per output, all from the same numbers.</summary>
internal sealed class NetworkHead
{
    private readonly (LinearPart Part, Slab Values, int Start)[] _outputs;   // where each begins in a caller's row
    private readonly Slab? _sum;   // ∂/∂inputs of one of several outputs
    private readonly int _size;

    /// <param name="inputs">Numbers that the head gets.</param>
    public NetworkHead(HeadSpec spec, LayerFactory factory, int inputs)
    {
        _size = spec.OutputSize;
        var names = spec.Outputs.Count == 0 ? [($"head.{spec.Name}", spec.OutputSize)]
            : spec.Outputs.Select(output => ($"head.{spec.Name}.{output.Name}", output.Size)).ToArray();
        _outputs = new (LinearPart, Slab, int)[names.Length];
        for (int i = 0, start = 0; i < names.Length; start += names[i++].Item2)
            _outputs[i] = (factory.Linear(names[i].Item1, inputs, names[i].Item2), new(TensorShape.Vector(names[i].Item2)), start);
        _sum = _outputs.Length > 1 ? new(TensorShape.Vector(inputs)) : null;
    }

    public int ScratchLength => _outputs.Max(output => MatrixProducts.ScratchLength(output.Part.Inputs, output.Part.Outputs) + output.Part.Stride);

    public void Grow(int batch)
    {
        foreach (var (_, values, _) in _outputs) values.Grow(batch);
        _sum?.Grow(batch);
    }

    /// <param name="outputs">Shape <c>[batch, out]</c>.</param>
    public void Forward(in LayerPass pass, Slab inputs, Span<float> outputs)
    {
        foreach (var (part, values, start) in _outputs)
        {
            part.Forward(pass.Parameters, inputs.Rows(pass.Batch), values.Padded(pass.Batch), rectify: false, pass.Scratch);
            for (int row = 0; row < pass.Batch; row++)
                values.Values(pass.Batch).Slice(row * values.Stride, part.Outputs).CopyTo(outputs[(row * _size + start)..]);
        }
    }

    /// <param name="slopes">∂/∂outputs, shape <c>[batch, out]</c>.</param>
    /// <param name="inputSlopes">Receives ∂/∂inputs; null where nobody needs it.</param>
    public void Backward(in LayerPass pass, Slab inputs, ReadOnlySpan<float> slopes, Slab? inputSlopes)
    {
        foreach (var (part, values, start) in _outputs)
        {
            var padded = values.Values(pass.Batch);
            padded.Clear();
            for (int row = 0; row < pass.Batch; row++) slopes.Slice(row * _size + start, part.Outputs).CopyTo(padded[(row * values.Stride)..]);
            part.AddGradients(pass.Gradients, inputs.Rows(pass.Batch), values.Padded(pass.Batch));
            if (inputSlopes is null) continue;
            var own = start == 0 ? inputSlopes : _sum!;
            part.InputGradient(pass.Parameters, values.Padded(pass.Batch), own.Rows(pass.Batch), pass.Scratch, []);
            if (start > 0) SlabRows.Add(own, inputSlopes, pass.Batch);
        }
    }
}
