namespace EnvHub.Plugins.Wrappers;

/// <summary>Puts every reward through a function.</summary>
/// <remarks>Source: Gymnasium's <c>TransformReward</c>. Differs: hub.json cannot hold a function, so there it is scale, offset and
/// bounds; in C# it is any function. Returns of evaluations are those of the rewards inside.</remarks>
public class TransformReward : WrapperVector
{
    private readonly Func<double, double> _transform;

    /// <param name="inner">Disposed with this.</param>
    /// <param name="transform">Called once per copy and step.</param>
    /// <param name="range">The smallest and largest reward that comes out; infinite where open.</param>
    public TransformReward(IVectorEnvironment inner, Func<double, double> transform, (double Low, double High) range)
        : base(inner, SpecOf(inner, range))
    {
        ArgumentNullException.ThrowIfNull(transform);
        _transform = transform;
    }

    /// <param name="inner">Disposed with this.</param>
    public TransformReward(IVectorEnvironment inner, TransformRewardOptions options) : this(inner, FunctionOf(options), RangeOf(inner, options)) { }

    /// <summary>The spec with the range that comes out.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, TransformRewardOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var transform = FunctionOf(options);
        var (first, second) = (transform(spec.RewardRange.Low), transform(spec.RewardRange.High));
        // Infinity times 0 is no number: a scale of 0 leaves the offset alone.
        return double.IsNaN(first) || double.IsNaN(second)
            ? spec with { RewardRange = (transform(0), transform(0)) }
            : spec with { RewardRange = (Math.Min(first, second), Math.Max(first, second)) };
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepInner(actions, output, active);
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) output.Rewards[i] = _transform(output.Rewards[i]);
    }

    private static EnvironmentSpec SpecOf(IVectorEnvironment inner, (double Low, double High) range)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.Spec with { RewardRange = range };
    }

    private static (double Low, double High) RangeOf(IVectorEnvironment inner, TransformRewardOptions options)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return Describe(inner.Spec, options).RewardRange;
    }

    private static Func<double, double> FunctionOf(TransformRewardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double low = options.MinReward ?? double.NegativeInfinity, high = options.MaxReward ?? double.PositiveInfinity;
        return reward => Math.Min(Math.Max(options.Scale * reward + options.Offset, low), high);
    }
}
