namespace EnvHub.Contracts;

/// <summary>What is known of a source before anything runs.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Tasks">What it will have learned.</param>
public sealed record StageSource(string Stage, IReadOnlyList<TaskSpec> Tasks);
