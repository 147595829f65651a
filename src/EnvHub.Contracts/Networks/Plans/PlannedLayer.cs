namespace EnvHub.Contracts;

/// <summary>A layer in its place.</summary>
/// <param name="Path">Where it is, and what its parameters' names begin with, e.g. <c>trunk.2</c>: the index counts all layers, as PyTorch's <c>Sequential</c> does.</param>
/// <param name="Spec">What it is.</param>
/// <param name="Input">What it gets.</param>
/// <param name="Output">What it gives.</param>
/// <param name="Parameters">Its own; those of a residual block are its layers'.</param>
/// <param name="Inner">The layers of a residual block; else none.</param>
public sealed record PlannedLayer(
    string Path, LayerSpec Spec, TensorShape Input, TensorShape Output, IReadOnlyList<PlannedParameter> Parameters, IReadOnlyList<PlannedLayer> Inner)
{
    /// <summary>All parameters, those of inner layers included, in order.</summary>
    public IEnumerable<PlannedParameter> AllParameters => Parameters.Concat(Inner.SelectMany(layer => layer.AllParameters));

    internal static PlannedLayer Of(string path, LayerSpec spec, TensorShape input)
    {
        if (spec.Refusal(input, out var output) is { } refusal) throw ContractErrors.LayerRefused(path, refusal);
        return new(path, spec, input, output, ParametersOf(path, spec, input), spec is ResidualSpec residual ? Chain(path, residual.Layers, input) : []);
    }

    internal static IReadOnlyList<PlannedLayer> Chain(string path, IReadOnlyList<LayerSpec> specs, TensorShape input)
    {
        var layers = new List<PlannedLayer>(specs.Count);
        foreach (var spec in specs)
        {
            layers.Add(Of($"{path}.{layers.Count}", spec, input));
            input = layers[^1].Output;
        }
        return layers;
    }

    private static IReadOnlyList<PlannedParameter> ParametersOf(string path, LayerSpec spec, TensorShape input) => spec switch
    {
        LinearSpec linear => Affine(path, [linear.Units, input.Size], input.Size),
        ConvolutionSpec { Filters: var filters, Kernel: var kernel } => Affine(path, [filters, input.Channels, kernel, kernel], checked(input.Channels * kernel * kernel)),
        LayerNormSpec => [new($"{path}.weight", [input.Channels], ParameterRole.Gain, 0), new($"{path}.bias", [input.Channels], ParameterRole.Shift, 0)],
        _ => [],
    };

    internal static IReadOnlyList<PlannedParameter> Affine(string path, IReadOnlyList<int> shape, int fanIn) =>
        [new($"{path}.weight", shape, ParameterRole.Weight, fanIn), new($"{path}.bias", [shape[0]], ParameterRole.Bias, fanIn)];
}
