namespace EnvHub.Contracts.Tests;

/// <summary>Settings without any of their own.</summary>
internal sealed record PlainSettings : EnvironmentSettings;
