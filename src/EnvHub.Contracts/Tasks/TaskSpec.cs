namespace EnvHub.Contracts;

/// <summary>An environment with its settings and scoring: one thing to learn.</summary>
public sealed record TaskSpec
{
    /// <summary>Unique within its suite, e.g. <c>CartPole-v1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The environment as this task's settings make it, step limit included.</summary>
    public required EnvironmentSpec Environment { get; init; }

    /// <summary>The mean greedy return at which the task counts as solved; null where none is stated.</summary>
    public double? SolvedReturn { get; init; }

    /// <summary>How much the task's loss counts beside the others', λ; at least 0.</summary>
    public double Weight { get; init; } = 1;
}
