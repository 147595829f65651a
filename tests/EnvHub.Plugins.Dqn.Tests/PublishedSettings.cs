namespace EnvHub.Plugins.Dqn.Tests;

/// <summary>Settings that others published, in this learner's words.</summary>
internal static class PublishedSettings
{
    /// <summary>CleanRL's <c>dqn.py</c>: 500,000 steps.</summary>
    public static DqnOptions CleanRl { get; } = new()
    {
        LearningRate = 2.5e-4, LearningRateEnd = null, BatchSize = 128, BufferCapacity = 10_000, LearningStarts = 10_000, TrainFrequency = 10,
        TargetUpdate = new() { Interval = 500, Unit = TargetUpdateUnit.Steps }, ExplorationFraction = 0.5, NStep = 1, DoubleQ = false,
        Loss = LossKind.Mse, MaxGradientNorm = null, Network = new() { Hidden = [120, 84], LayerNorm = false },
        ScaleObservations = false, NormalizeReturns = false,
    };

    /// <summary>The RL Zoo's CartPole-v1: 50,000 steps.</summary>
    public static DqnOptions ZooCartPole { get; } = new()
    {
        LearningRate = 2.3e-3, LearningRateEnd = null, BatchSize = 64, BufferCapacity = 100_000, RandomUntilLearningStarts = true,
        TrainFrequency = 256, GradientSteps = 128, TargetUpdate = new() { Interval = 10, Unit = TargetUpdateUnit.Steps },
        ExplorationFraction = 0.16, ExplorationEnd = 0.04, NStep = 1, DoubleQ = false, Network = new() { Hidden = [256, 256], LayerNorm = false },
        ScaleObservations = false, NormalizeReturns = false,
    };
}
