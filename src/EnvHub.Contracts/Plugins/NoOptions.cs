namespace EnvHub.Contracts;

/// <summary>The options of what has none.</summary>
public sealed record NoOptions;
