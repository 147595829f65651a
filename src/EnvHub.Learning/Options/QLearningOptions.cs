using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>Settings of deep Q-learning. The defaults solve CartPole-v1 and MountainCar-v0 in 100,000 steps each.</summary>
/// <remarks>Steps are environment steps of one task, all copies together.</remarks>
public record QLearningOptions
{
    /// <summary>At the first step, (0, 1]. Default 1e-3.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>At the last step, reached linearly, [0, 1]; null keeps <see cref="LearningRate"/> throughout. Default 0.</summary>
    [Range(0.0, 1.0)]
    public double? LearningRateEnd { get; init; } = 0;

    /// <summary>γ per step, [0, 1]. Default 0.99.</summary>
    [Range(0.0, 1.0)]
    public double Discount { get; init; } = 0.99;

    /// <summary>Transitions per task and update, at least 1. Default 64.</summary>
    [Range(1, 65_536)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Transitions kept per task, at least 1; see <see cref="ReplayBuffer"/> for the bytes. Default 50,000.</summary>
    [Range(1, 100_000_000)]
    public int BufferCapacity { get; init; } = 50_000;

    /// <summary>Steps before learning begins, at least 0. Default 1,000.</summary>
    [Range(0, 1_000_000_000)]
    public int LearningStarts { get; init; } = 1_000;

    /// <summary>Whether every action is random until <see cref="LearningStarts"/>, as in Stable-Baselines3; else the epsilon schedule holds
    /// from the first step, as in CleanRL. Default false.</summary>
    public bool RandomUntilLearningStarts { get; init; }

    /// <summary>Steps from one learning phase to the next, at least 1. Default 3.</summary>
    [Range(1, 100_000_000)]
    public int TrainFrequency { get; init; } = 3;

    /// <summary>Updates per learning phase, at least 0; -1: as many as steps were taken since the last phase. Default 1.</summary>
    [Range(-1, 1_000_000)]
    public int GradientSteps { get; init; } = 1;

    /// <summary>When and how far the target network follows.</summary>
    public TargetUpdateOptions TargetUpdate { get; init; } = new();

    /// <summary>Chance of a random action at the first step, [0, 1]. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationStart { get; init; } = 1;

    /// <summary>Chance of a random action once the schedule has ended, [0, 1]. Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationEnd { get; init; } = 0.05;

    /// <summary>Share of all steps over which the chance falls linearly, [0, 1]. Default 0.3.</summary>
    [Range(0.0, 1.0)]
    public double ExplorationFraction { get; init; } = 0.3;

    /// <summary>Rewards summed before the bootstrap, n of n-step returns, at least 1. Default 3.</summary>
    [Range(1, 1_000)]
    public int NStep { get; init; } = 3;

    /// <summary>Whether the online network chooses the action that the target network values (Double DQN). Default true.</summary>
    public bool DoubleQ { get; init; } = true;

    /// <summary>How an error becomes a loss. Default Huber.</summary>
    public LossKind Loss { get; init; } = LossKind.Huber;

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
}
