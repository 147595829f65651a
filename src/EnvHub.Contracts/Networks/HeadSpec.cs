namespace EnvHub.Contracts;

/// <summary>One task's side of a network.</summary>
/// <param name="Name">The task; part of the segments' names.</param>
/// <param name="InputSize">Numbers per observation.</param>
/// <param name="OutputSize">Numbers per output, e.g. one per action.</param>
public sealed record HeadSpec(string Name, int InputSize, int OutputSize);
