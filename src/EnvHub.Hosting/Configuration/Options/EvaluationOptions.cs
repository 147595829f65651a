using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>What is evaluated otherwise than the experiment says.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Evaluations during training, evenly spaced; 0 for none. Default: the experiment's.</summary>
    [Range(0, 10_000)]
    public int? Points { get; init; }

    /// <summary>Episodes per task of an evaluation during training. Default: the experiment's.</summary>
    [Range(1, 100_000)]
    public int? Episodes { get; init; }

    /// <summary>Episodes per task of the evaluation at the end. Default: the experiment's.</summary>
    [Range(1, 100_000)]
    public int? FinalEpisodes { get; init; }

    /// <summary>The experiment's <paramref name="evaluation"/> with what is otherwise here.</summary>
    public EvaluationPlan Apply(EvaluationPlan evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new()
        {
            Points = Points ?? evaluation.Points,
            Episodes = Episodes ?? evaluation.Episodes,
            FinalEpisodes = FinalEpisodes ?? evaluation.FinalEpisodes,
        };
    }
}
