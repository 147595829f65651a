namespace EnvHub.Contracts;

/// <summary>One of several outputs of a head.</summary>
/// <param name="Name">Part of its segments' names, e.g. <c>value</c>.</param>
/// <param name="Size">Numbers per observation.</param>
public sealed record OutputSpec(string Name, int Size);
