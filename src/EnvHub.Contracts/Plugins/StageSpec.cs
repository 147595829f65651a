namespace EnvHub.Contracts;

/// <summary>What a stage asks of its learner, before anything runs.</summary>
/// <param name="Tasks">What is to be learned; one for a single-task learner.</param>
/// <param name="Sources">The tasks of each source that the learner will get, by source.</param>
public sealed record StageSpec(IReadOnlyList<TaskSpec> Tasks, IReadOnlyList<StageSource> Sources)
{
    /// <summary>Environment steps per task, all copies together.</summary>
    public long Steps { get; init; } = long.MaxValue;

    /// <summary>Copies of each task's environment.</summary>
    public int Copies { get; init; } = 1;
}
