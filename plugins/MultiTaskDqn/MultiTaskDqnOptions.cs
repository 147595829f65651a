using EnvHub.Learning;

namespace EnvHub.Plugins.MultiTaskDqn;

/// <summary>Settings of <c>multitask-dqn</c>: those of deep Q-learning, the same for all tasks. A task's λ is its weight in the suite.</summary>
public sealed record MultiTaskDqnOptions : QLearningOptions
{
    /// <summary>How the tasks' losses are weighed against each other.</summary>
    public WeightingOptions Weighting { get; init; } = new();
}
