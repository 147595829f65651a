namespace EnvHub.Learning;

/// <summary>The step d that gives the task that gains least the most, within <c>‖d - g₀‖ ≤ c ‖g₀‖</c> of the mean gradient g₀: <c>d = g₀ + c ‖g₀‖ / ‖g_w‖ g_w</c>, where w minimises
/// <c>g_w · g₀ + c ‖g₀‖ ‖g_w‖</c> over convex sums g_w of the gradients; T times that, by 1 + c².</summary>
/// <remarks>Source: Liu et al. (2021), Conflict-Averse Gradient Descent.</remarks>
public sealed class CaGradBalance(int tasks, double conflict) : TaskBalance(tasks)
{
    private readonly SimplexMinimum _minimum = new(tasks);
    private readonly double[] _ofMean = new double[tasks];

    /// <inheritdoc/>
    public override bool NeedsProducts => true;

    /// <inheritdoc/>
    public override bool IsOfSharedParameters => true;

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        double ofMean = 0;
        for (int i = 0; i < Tasks; i++)
        {
            _ofMean[i] = 0;
            for (int j = 0; j < Tasks; j++) _ofMean[i] += products[i * Tasks + j] / Tasks;
            ofMean += _ofMean[i] / Tasks;
        }
        double reach = conflict * Math.Sqrt(Math.Max(ofMean, 0));
        _minimum.Find(products, _ofMean, reach, weights);
        double norm = Math.Sqrt(Math.Max(SimplexMinimum.Quadratic(products, weights), 0));
        double factor = norm > 0 ? reach / norm : 0;
        foreach (ref double weight in weights) weight = (1 + Tasks * factor * weight) / (1 + conflict * conflict);
    }
}
