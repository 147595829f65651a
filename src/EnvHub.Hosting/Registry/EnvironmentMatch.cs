namespace EnvHub.Hosting;

/// <summary>What an id stands for.</summary>
/// <param name="Registration">The environment.</param>
/// <param name="Warning">What the caller should be told, e.g. that a newer version exists; null for nothing.</param>
public sealed record EnvironmentMatch(EnvironmentRegistration Registration, string? Warning);
