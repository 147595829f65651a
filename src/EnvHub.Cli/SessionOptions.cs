namespace EnvHub.Cli;

/// <summary>How a verb runs an experiment.</summary>
/// <param name="Parallel">Trials at a time.</param>
/// <param name="Json">Whether the result is one JSON object.</param>
internal sealed record SessionOptions(int Parallel, bool Json);
