namespace EnvHub.Plugins.Wrappers;

/// <summary>Of wrappers that have nothing to set.</summary>
public sealed record NoOptions;
