namespace EnvHub.Networks;

/// <summary>Layers one after the other.</summary>
internal sealed class LayerChain
{
    private readonly Layer[] _layers;
    private readonly Slab[] _slopes;   // ∂/∂outputs of each layer

    /// <param name="layers">At least one.</param>
    public LayerChain(IReadOnlyList<Layer> layers)
    {
        _layers = [.. layers];
        _slopes = [.. layers.Select(layer => new Slab(layer.Outputs.Shape))];
    }

    /// <summary>Of the last layer.</summary>
    public Slab Outputs => _layers[^1].Outputs;

    /// <summary>∂/∂<see cref="Outputs"/>: written by whoever comes after, before <see cref="Backward"/>.</summary>
    public Slab Slopes => _slopes[^1];

    public int ScratchLength => _layers.Max(layer => layer.ScratchLength);

    public void Grow(int batch)
    {
        foreach (var layer in _layers) layer.Grow(batch);
        foreach (var slopes in _slopes) slopes.Grow(batch);
    }

    public void Forward(in LayerPass pass, Slab inputs)
    {
        foreach (var layer in _layers)
        {
            layer.Forward(pass, inputs);
            inputs = layer.Outputs;
        }
    }

    /// <param name="inputs">As in the last forward pass.</param>
    /// <param name="inputSlopes">Receives ∂/∂inputs; null where nobody needs it.</param>
    public void Backward(in LayerPass pass, Slab inputs, Slab? inputSlopes)
    {
        for (int i = _layers.Length - 1; i >= 0; i--)
            _layers[i].Backward(pass, i > 0 ? _layers[i - 1].Outputs : inputs, _slopes[i], i > 0 ? _slopes[i - 1] : inputSlopes);
    }
}
