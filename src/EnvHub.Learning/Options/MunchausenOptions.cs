using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How much the policy's own certainty counts as reward, see <see cref="MunchausenTargets"/>.</summary>
public sealed record MunchausenOptions
{
    /// <summary>α: what the log-probability of the action taken counts, [0, 1]; 0 is soft Q-learning. Default 0.9.</summary>
    [Range(0.0, 1.0)]
    public double Weight { get; init; } = 0.9;

    /// <summary>τ of the softmax over action values, above 0, in the units of the targets. Default 0.03.</summary>
    [Range(0.0, 1e9, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.03;

    /// <summary>l₀: the least that <c>τ ln π(a|s)</c> counts, at most 0. Default -1.</summary>
    [Range(-1e9, 0.0)]
    public double Floor { get; init; } = -1;
}
