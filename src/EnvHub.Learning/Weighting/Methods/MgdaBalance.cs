namespace EnvHub.Learning;

/// <summary>The shortest vector in the convex hull of the gradients, T times: where there is a step that harms no task, along it.</summary>
/// <remarks>Source: Désidéri (2012); Sener and Koltun (2018).</remarks>
public sealed class MgdaBalance(int tasks) : TaskBalance(tasks)
{
    private readonly SimplexMinimum _minimum = new(tasks);

    /// <inheritdoc/>
    public override bool NeedsProducts => true;

    /// <inheritdoc/>
    public override bool IsOfSharedParameters => true;

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        _minimum.Find(products, linear: [], norm: 0, weights);
        ToMeanOne(weights);
    }
}
