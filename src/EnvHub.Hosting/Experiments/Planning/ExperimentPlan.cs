namespace EnvHub.Hosting;

/// <summary>An experiment, resolved and checked: suite x arms x seeds.</summary>
public sealed record ExperimentPlan
{
    /// <summary>The name in hub.json, or that of the verb that made it.</summary>
    public required string Name { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The suite's tasks to train on.</summary>
    public required IReadOnlyList<TaskPlan> Tasks { get; init; }

    /// <summary>The suite's held-out tasks; empty where it has none.</summary>
    public IReadOnlyList<TaskPlan> HeldOut { get; init; } = [];

    /// <summary>What is compared.</summary>
    public required IReadOnlyList<ArmPlan> Arms { get; init; }

    /// <summary>Root seeds; each arm runs once per seed.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>How policies are evaluated.</summary>
    public required EvaluationPlan Evaluation { get; init; }

    /// <summary>Whether trials write TensorBoard event files.</summary>
    public bool TensorBoard { get; init; } = true;

    /// <summary>When trials write checkpoints.</summary>
    public CheckpointOptions Checkpoint { get; init; } = new();

    /// <summary>What the user should be told before it runs, e.g. that an environment has a newer version.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
