namespace EnvHub.Hosting;

/// <summary>A suite's tasks, resolved and checked.</summary>
public sealed record SuitePlan
{
    /// <summary>The suite's name in hub.json, or that of the verb that made it.</summary>
    public required string Name { get; init; }

    /// <summary>What is trained on, in the suite's order: its tasks, and the train members of its families.</summary>
    public required IReadOnlyList<TaskPlan> Train { get; init; }

    /// <summary>What is kept for what comes after training: the held-out members of its families; empty where it has none.</summary>
    public IReadOnlyList<TaskPlan> HeldOut { get; init; } = [];

    /// <summary>All of them, those to train on first.</summary>
    public IEnumerable<TaskPlan> All => Train.Concat(HeldOut);
}
