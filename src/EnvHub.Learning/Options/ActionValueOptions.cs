using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>Settings that all learners of action values have, whatever they learn from.</summary>
/// <remarks>Steps are environment steps of one task, all copies together.</remarks>
public abstract record ActionValueOptions
{
    /// <summary>At the first step, (0, 1].</summary>
    public abstract double LearningRate { get; init; }

    /// <summary>How an error becomes a loss.</summary>
    public abstract LossKind Loss { get; init; }

    /// <summary>At the last step, reached linearly, [0, 1]; null keeps <see cref="LearningRate"/> throughout. Default 0.</summary>
    [Range(0.0, 1.0)]
    public double? LearningRateEnd { get; init; } = 0;

    /// <summary>γ per step, [0, 1]. Default 0.99.</summary>
    [Range(0.0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>Chance of a random action at the first step, [0, 1]. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationStart { get; init; } = 1;

    /// <summary>Chance of a random action once the schedule has ended, [0, 1]. Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationEnd { get; init; } = 0.05;

    /// <summary>Share of all steps over which the chance falls linearly, [0, 1]. Default 0.3.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationFraction { get; init; } = 0.3;

    /// <summary>Error at which the Huber loss turns linear, above 0, in the units of the targets. Default 1.</summary>
    [Range(0.0, 1e9, MinimumIsExclusive = true)]
    public double HuberDelta { get; init; } = 1;

    /// <summary>Largest norm of all gradients together, above 0; null for no clipping. Default 10.</summary>
    [Range(0.0, 1e9, MinimumIsExclusive = true)]
    public double? MaxGradientNorm { get; init; } = 10;

    /// <summary>The shape of the network.</summary>
    public QNetworkOptions Network { get; init; } = new();

    /// <summary>The update rule.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>Whether observations are brought to a common size by the environment's constants, where it has some. Default true.</summary>
    public bool ScaleObservations { get; init; } = true;

    /// <summary>Whether only actions are chosen, and bootstrapped from, that the environment's masks call possible, where it has masks. Default true.</summary>
    public bool ActionMasks { get; init; } = true;

    /// <summary>Whether rewards are divided by the running standard deviation of the task's discounted return. Default true.</summary>
    public bool NormalizeReturns { get; init; } = true;

    /// <summary>ε over the steps of a stage.</summary>
    public LinearSchedule Exploration(long totalSteps) => new(ExplorationStart, ExplorationEnd, ExplorationFraction * totalSteps);

    /// <summary>The learning rate over the steps of a stage.</summary>
    public LinearSchedule LearningRates(long totalSteps) => new(LearningRate, LearningRateEnd ?? LearningRate, totalSteps);

    /// <summary>The loss of action values against targets; the values are replaced by their gradients, see <see cref="QLoss"/>.</summary>
    /// <param name="weights">What each row counts, shape <c>[B]</c>; empty: 1.</param>
    public BatchLoss LossOf(Span<float> values, ReadOnlySpan<int> actions, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights = default) =>
        Loss == LossKind.Huber ? QLoss.Huber(values, actions, targets, (float)HuberDelta, weights) : QLoss.Mse(values, actions, targets, weights);

    /// <summary>The factor that brings gradients within <see cref="MaxGradientNorm"/>.</summary>
    public float ClipScale(ParameterVector gradients) => MaxGradientNorm is { } limit ? GradientNorm.ClipScale(gradients, limit) : 1;
}
