namespace EnvHub.Contracts;

/// <summary>A part of a network: an encoder, the trunk, or a head.</summary>
/// <param name="Name">What its parameters' names begin with: <c>encoder.CartPole-v1</c>, <c>trunk</c>, <c>head.CartPole-v1</c>.</param>
/// <param name="Layers">In order; a head has none: it is a linear map per output.</param>
/// <param name="Input">What it gets.</param>
/// <param name="Output">What it gives.</param>
/// <param name="Heads">The tasks that pass through it, as indices in <see cref="NetworkSpec.Heads"/>.</param>
/// <param name="Parameters">All of its parameters, in order.</param>
public sealed record PlannedPart(
    string Name, IReadOnlyList<PlannedLayer> Layers, TensorShape Input, TensorShape Output, IReadOnlyList<int> Heads, IReadOnlyList<PlannedParameter> Parameters)
{
    /// <summary>Values of all parameters.</summary>
    public long ParameterCount => Parameters.Sum(parameter => parameter.Count);

    internal static PlannedPart Of(string name, IReadOnlyList<LayerSpec> specs, TensorShape input, IReadOnlyList<int> heads)
    {
        var layers = PlannedLayer.Chain(name, specs, input);
        return new(name, layers, input, layers.Count > 0 ? layers[^1].Output : input, heads, [.. layers.SelectMany(layer => layer.AllParameters)]);
    }
}
