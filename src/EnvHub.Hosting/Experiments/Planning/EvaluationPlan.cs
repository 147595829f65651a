using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>When and how policies are evaluated: greedily, on fixed seeds that are common to all arms, seeds and points in time.</summary>
public sealed record EvaluationPlan
{
    /// <summary>Evaluations during training, evenly spaced; 0 for none. Default 25.</summary>
    [Range(0, 10_000)]
    public int Points { get; init; } = 25;

    /// <summary>Episodes per task of an evaluation during training. Default 10.</summary>
    [Range(1, 100_000)]
    public int Episodes { get; init; } = 10;

    /// <summary>Episodes per task of the evaluation at the end, on seeds that training never evaluated. Default 100.</summary>
    [Range(1, 100_000)]
    public int FinalEpisodes { get; init; } = 100;
}
