using System.ComponentModel.DataAnnotations;
using EnvHub.Learning;

namespace EnvHub.Plugins.Pqn;

/// <summary>Settings of <c>pqn</c> and <c>multitask-pqn</c>. It lives on many copies: give the experiment or <c>train</c> some 32 of them.</summary>
/// <remarks>Steps are environment steps of one task, all copies together.</remarks>
public sealed record PqnOptions
{
    /// <summary>At the first step, (0, 1]. Default 5e-4.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 5e-4;

    /// <summary>At the last step, reached linearly, [0, 1]; null keeps <see cref="LearningRate"/> throughout. Default 0.</summary>
    [Range(0.0, 1.0)]
    public double? LearningRateEnd { get; init; } = 0;

    /// <summary>γ per step, [0, 1]. Default 0.99.</summary>
    [Range(0.0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>λ of the targets, [0, 1]: 0 looks one step ahead, 1 to the rollout's end. Default 0.65.</summary>
    [Range(0.0, 1.0)]
    public double Lambda { get; init; } = 0.65;

    /// <summary>Steps of every copy from one learning phase to the next, at least 1. Default 32.</summary>
    [Range(1, 65_536)]
    public int RolloutSteps { get; init; } = 32;

    /// <summary>Passes over a rollout, at least 1. Default 4.</summary>
    [Range(1, 1_000)]
    public int Epochs { get; init; } = 4;

    /// <summary>Updates per pass, at least 1: a rollout is split into as many batches. Default 8.</summary>
    [Range(1, 65_536)]
    public int Minibatches { get; init; } = 8;

    /// <summary>Chance of a random action at the first step, [0, 1]. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationStart { get; init; } = 1;

    /// <summary>Chance of a random action once the schedule has ended, [0, 1]. Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationEnd { get; init; } = 0.05;

    /// <summary>Share of all steps over which the chance falls linearly, [0, 1]. Default 0.3.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationFraction { get; init; } = 0.3;

    /// <summary>How an error becomes a loss. Default MSE.</summary>
    public LossKind Loss { get; init; } = LossKind.Mse;

    /// <summary>Error at which the Huber loss turns linear, above 0, in the units of the targets. Default 1.</summary>
    [Range(0.0, 1e9, MinimumIsExclusive = true)]
    public double HuberDelta { get; init; } = 1;

    /// <summary>Largest norm of all gradients together, above 0; null for no clipping. Default 10.</summary>
    [Range(0.0, 1e9, MinimumIsExclusive = true)]
    public double? MaxGradientNorm { get; init; } = 10;

    /// <summary>The shape of the network. What takes the target network's place is <c>layerNorm</c>, which is on by default.</summary>
    public QNetworkOptions Network { get; init; } = new();

    /// <summary>The update rule.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>Whether observations are brought to a common size by the environment's constants, where it has some. Default true.</summary>
    public bool ScaleObservations { get; init; } = true;

    /// <summary>Whether only actions are chosen, and bootstrapped from, that the environment's masks call possible, where it has masks. Default true.</summary>
    public bool ActionMasks { get; init; } = true;

    /// <summary>Whether rewards are divided by the running standard deviation of the task's discounted return. Default true.</summary>
    public bool NormalizeReturns { get; init; } = true;

    /// <summary>Why a stage cannot be learned with these settings, in a sentence; null if it can.</summary>
    public string? Refusal(StageSpec stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        long rollout = (long)RolloutSteps * stage.Copies;
        if (rollout > int.MaxValue / 2) return $"rolloutSteps is {RolloutSteps} and there are {stage.Copies} copies: more transitions than a rollout can number. Lower one of them.";
        if (rollout < Minibatches) return $"A rollout has {rollout} transitions (rolloutSteps {RolloutSteps}, copies {stage.Copies}), which cannot be split into {Minibatches} minibatches. Give more copies, or lower minibatches.";
        if (stage.Steps < rollout) return $"The stage has {stage.Steps} steps per task, and one rollout takes {rollout}: nothing would be learned. Give it more steps, or lower rolloutSteps or copies.";
        return Network.Heads == HeadSharing.Shared ? SharedHead.Refusal(stage.Tasks) : null;
    }
}
