namespace EnvHub.Networks;

/// <summary>Makes the layers of a plan.</summary>
/// <param name="offsetOf">Where a parameter lies in the vector.</param>
internal sealed class LayerFactory(Func<string, int> offsetOf)
{
    /// <summary>The layers of a part; null for none.</summary>
    /// <param name="inputs">What the first gets; null where that is now one slab and now another.</param>
    public LayerChain? Chain(IReadOnlyList<PlannedLayer> plan, Slab? inputs)
    {
        var layers = new List<Layer>();
        foreach (var planned in plan)
        {
            if (planned.Spec is ActivationSpec { Kind: var kind } && layers.Count > 0 && layers[^1].Absorb(kind)) continue;
            layers.Add(Create(planned, inputs));
            inputs = layers[^1].Outputs;
        }
        return layers.Count == 0 ? null : new(layers);
    }

    /// <summary>A linear map that is not planned as a layer: a head's.</summary>
    public LinearPart Linear(string path, int inputs, int outputs) => new(offsetOf($"{path}.weight"), offsetOf($"{path}.bias"), inputs, outputs);

    private Layer Create(PlannedLayer planned, Slab? inputs)
    {
        var (path, input, outputs) = (planned.Path, planned.Input, new Slab(planned.Output));
        return planned.Spec switch
        {
            LinearSpec linear => new LinearLayer(Linear(path, input.Size, linear.Units), outputs),
            ConvolutionSpec { Kernel: var kernel } convolution => new ConvolutionLayer(Linear(path, input.Channels * kernel * kernel, convolution.Filters),
                new(input.Height, input.Width, input.Channels, kernel, convolution.Stride, convolution.Padding), outputs),
            LayerNormSpec => new NormLayer(new(offsetOf($"{path}.weight"), offsetOf($"{path}.bias"), input.Channels), outputs),
            ActivationSpec activation => new ActivationLayer(activation.Kind, outputs),
            FlattenSpec => new FlattenLayer(inputs, planned.Output),
            ResidualSpec => new ResidualLayer(Chain(planned.Inner, inputs)!, outputs),
            _ => throw NetworkErrors.UnknownLayer(path, planned.Spec.GetType().Name),
        };
    }
}
