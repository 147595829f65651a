namespace EnvHub.Cli;

/// <summary>A network to be timed.</summary>
/// <param name="Batch">Samples of an update.</param>
internal sealed record BenchedNetwork(string Name, int Batch, NetworkSpec Spec)
{
    /// <summary>Additions and multiplications of the products of an update: of every weight forwards and for its gradient, and, but for the first layer, for the
    /// gradient of its input.</summary>
    public double Operations
    {
        get
        {
            var plan = NetworkPlan.Of(Spec);
            double[] products = [.. plan.Parts.SelectMany(part => part.Layers.Select(ProductsOf).Append(part.Layers.Count == 0 ? (double)part.Input.Size * part.Output.Size : 0)).Where(products => products > 0)];
            return 2.0 * Batch * (3 * products.Sum() - products[0]);
        }
    }

    // Of one sample: the weights, a convolution's once for every place.
    private static double ProductsOf(PlannedLayer layer) => layer.Spec switch
    {
        LinearSpec linear => (double)layer.Input.Size * linear.Units,
        ConvolutionSpec convolution => (double)layer.Output.Size * layer.Input.Channels * convolution.Kernel * convolution.Kernel,
        _ => 0,
    };
}
