using EnvHub.Learning;

namespace EnvHub.Plugins.MultiTaskDqn;

/// <summary>Settings of <c>multitask-dqn</c>: those of deep Q-learning, the same for all tasks. A task's λ is its weight in the suite.</summary>
public sealed record MultiTaskDqnOptions : QLearningOptions
{
    /// <summary>How the tasks' losses are weighed against each other.</summary>
    public WeightingOptions Weighting { get; init; } = new();

    /// <summary>Whether each task's targets are normalised by their own mean and deviation, see <see cref="EnvHub.Learning.PopArt"/>; <c>{}</c> for its defaults. Meant in place of
    /// normalizeReturns, which may stay on. Default null: not.</summary>
    public PopArtOptions? PopArt { get; init; }
}
