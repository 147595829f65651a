namespace EnvHub.Contracts;

/// <summary>What the size of a learner follows from, beside its options.</summary>
/// <param name="Tasks">Those of one learner.</param>
/// <param name="Copies">Copies per task.</param>
/// <param name="Steps">Environment steps per task, all copies together.</param>
public sealed record LearnerScale(IReadOnlyList<TaskSpec> Tasks, int Copies, long Steps);
