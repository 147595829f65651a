namespace EnvHub.Contracts;

/// <summary>A named set of tasks that arms are compared on.</summary>
/// <param name="Name">Unique within the hub.</param>
/// <param name="Tasks">At least one; in the order in which learners number them.</param>
public sealed record SuiteSpec(string Name, IReadOnlyList<TaskSpec> Tasks);
