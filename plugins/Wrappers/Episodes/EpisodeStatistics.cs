namespace EnvHub.Plugins.Wrappers;

/// <summary>The figures of one episode.</summary>
/// <param name="Return">The undiscounted sum of its rewards.</param>
/// <param name="Length">Its steps.</param>
/// <param name="Seconds">Wall time from its start, rounded to microseconds.</param>
public readonly record struct EpisodeStatistics(double Return, int Length, double Seconds);
