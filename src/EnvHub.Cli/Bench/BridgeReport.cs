namespace EnvHub.Cli;

/// <summary>Steps per second of all copies together, CartPole-v1 in Python; medians over repeats that alternate with the baselines.</summary>
/// <param name="Sync">Gymnasium's SyncVectorEnv, 64 copies.</param>
/// <param name="Async">Gymnasium's AsyncVectorEnv, 64 copies, a process each.</param>
/// <param name="One">The bridge, one copy.</param>
/// <param name="OneWorker">The bridge, 64 copies in one worker.</param>
/// <param name="TwoWorkers">The bridge, 64 copies in two workers.</param>
internal sealed record BridgeReport(string Gymnasium, double Sync, double Async, double One, double OneWorker, double TwoWorkers);
