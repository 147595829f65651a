using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>Settings of <see cref="Walk"/>: the step limit alone.</summary>
internal sealed record WalkSettings : EnvironmentSettings;
