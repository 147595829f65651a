using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>Settings of deep Q-learning. The defaults solve CartPole-v1 and MountainCar-v0 in 100,000 steps each.</summary>
/// <remarks>Steps are environment steps of one task, all copies together.</remarks>
public record QLearningOptions : ActionValueOptions
{
    /// <summary>At the first step, (0, 1]. Default 1e-3.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public override double LearningRate { get; init; } = 1e-3;

    /// <summary>Transitions per task and update, at least 1. Default 64.</summary>
    [Range(1, 65_536)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Transitions kept per task, at least 1; see <see cref="ReplayBuffer"/> for the bytes. Default 50,000.</summary>
    [Range(1, 100_000_000)]
    public int BufferCapacity { get; init; } = 50_000;

    /// <summary>How transitions are drawn by their errors; null: all alike. Default null.</summary>
    public PrioritizedReplayOptions? PrioritizedReplay { get; init; }

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

    /// <summary>Rewards summed before the bootstrap, n of n-step returns, at least 1. Default 3.</summary>
    [Range(1, 1_000)]
    public int NStep { get; init; } = 3;

    /// <summary>Whether the online network chooses the action that the target network values (Double DQN). Default true.</summary>
    public bool DoubleQ { get; init; } = true;

    /// <summary>Targets of Munchausen reinforcement learning, in place of a maximum; <see cref="DoubleQ"/> then has no say. Default null: a maximum.</summary>
    public MunchausenOptions? Munchausen { get; init; }

    /// <summary>How an error becomes a loss. Default Huber.</summary>
    public override LossKind Loss { get; init; } = LossKind.Huber;
}
