namespace EnvHub.TestKit;

/// <summary>How an episode ended.</summary>
/// <param name="Steps">Its length.</param>
/// <param name="Terminated">By the task.</param>
/// <param name="Truncated">By the clock.</param>
public readonly record struct EpisodeEnd(int Steps, bool Terminated, bool Truncated);
