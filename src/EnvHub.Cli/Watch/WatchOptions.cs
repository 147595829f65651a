namespace EnvHub.Cli;

/// <summary>How episodes are to be shown.</summary>
/// <param name="Episodes">How many.</param>
/// <param name="Seed">Of the first episode, and of random actions.</param>
/// <param name="Fps">Pictures per second; null for the environment's own.</param>
/// <param name="Mode">Null for what suits the terminal.</param>
/// <param name="Gif">The animation's file; null to show it here.</param>
/// <param name="Force">Whether the file may be overwritten.</param>
internal sealed record WatchOptions(int Episodes, ulong Seed, double? Fps, RenderMode? Mode, string? Gif, bool Force);
