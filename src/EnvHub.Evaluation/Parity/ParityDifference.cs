namespace EnvHub.Evaluation;

/// <summary>The first place at which two trajectories part.</summary>
/// <param name="Seed">Of the trajectory.</param>
/// <param name="Step">Which step of that seed, from 1; 0 for the reset with the seed.</param>
/// <param name="Episode">Which episode of that seed, from 1.</param>
/// <param name="Values">Everything that differs there.</param>
public sealed record ParityDifference(ulong Seed, int Step, int Episode, IReadOnlyList<ParityValue> Values);
