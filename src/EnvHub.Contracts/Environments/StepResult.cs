namespace EnvHub.Contracts;

/// <summary>What one step of one copy led to.</summary>
/// <param name="Observation">What the agent sees now.</param>
/// <param name="Reward">Undiscounted.</param>
/// <param name="Terminated">The task ended the episode: nothing comes after.</param>
/// <param name="Truncated">Something outside the task ended it. The step limit of the spec is the hub's business, not the author's.</param>
public readonly record struct StepResult<TObservation>(TObservation Observation, double Reward, bool Terminated = false, bool Truncated = false);
