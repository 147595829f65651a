using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>Which distillation loss, and how sharp.</summary>
public sealed record DistillationLossOptions
{
    /// <summary>What is matched. Default KL.</summary>
    public DistillationLossKind Kind { get; init; } = DistillationLossKind.Kl;

    /// <summary>τ by which the teacher's action values are divided before the softmax, above 0; with KL alone. Default 0.01.</summary>
    [Range(0.0, 1e6, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.01;

    /// <summary>Whether the student's action values are divided by τ too, as in reincarnating reinforcement learning (Agarwal et al. 2022);
    /// else the teacher's alone, as in policy distillation (Rusu et al. 2016). With KL alone. Default false.</summary>
    public bool TemperatureOnStudent { get; init; }
}
