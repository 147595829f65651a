using System.Numerics;

namespace EnvHub.Learning;

/// <summary>Moves a target network's weights towards the online network's.</summary>
public static class TargetUpdate
{
    /// <summary><c>θ⁻ ← τθ + (1 - τ)θ⁻</c>; τ = 1 copies.</summary>
    /// <param name="online">θ, shape <c>[P]</c>.</param>
    /// <param name="target">θ⁻, shape <c>[P]</c>; changed.</param>
    /// <param name="tau">τ in (0, 1].</param>
    /// <remarks>Source: Lillicrap et al. (2016) for τ below 1; Mnih et al. (2015) for 1.</remarks>
    public static void Apply(ReadOnlySpan<float> online, Span<float> target, double tau)
    {
        if (tau >= 1)
        {
            online.CopyTo(target);
            return;
        }
        var (share, rest) = ((float)tau, (float)(1 - tau));
        int i = 0;
        for (; i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
            (share * new Vector<float>(online[i..]) + rest * new Vector<float>(target[i..])).CopyTo(target[i..]);
        for (; i < target.Length; i++) target[i] = share * online[i] + rest * target[i];
    }
}
