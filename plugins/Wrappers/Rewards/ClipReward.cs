namespace EnvHub.Plugins.Wrappers;

/// <summary>Clips every reward to an interval.</summary>
/// <remarks>Source: Gymnasium's <c>ClipReward</c>. Differs: without any bound it clips to [-1, 1], as Mnih et al. (2015) do, where
/// Gymnasium refuses. Returns of evaluations are those of the rewards inside.</remarks>
/// <param name="inner">Disposed with this.</param>
public sealed class ClipReward(IVectorEnvironment inner, ClipRewardOptions options)
    : TransformReward(inner, Clip(options), Describe(inner?.Spec!, options).RewardRange)
{
    /// <summary>The spec with the range that comes out.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, ClipRewardOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var clip = Clip(options);
        return spec with { RewardRange = (clip(spec.RewardRange.Low), clip(spec.RewardRange.High)) };
    }

    private static Func<double, double> Clip(ClipRewardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (low, high) = options.Bounds;
        return reward => Math.Min(Math.Max(reward, low), high);
    }
}
