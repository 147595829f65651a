namespace EnvHub.Hosting;

/// <summary>A suite in hub.json.</summary>
public sealed record SuiteOptions(IReadOnlyList<TaskOptions> Tasks);
