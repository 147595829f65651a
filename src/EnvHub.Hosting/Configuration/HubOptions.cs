namespace EnvHub.Hosting;

/// <summary>What <c>hub.json</c> says, as read: names are not resolved yet.</summary>
public sealed record HubOptions
{
    /// <summary>The folder that relative paths start from: that of hub.json.</summary>
    public required string Root { get; init; }

    /// <summary>Folders that are searched for plugins, absolute.</summary>
    public required IReadOnlyList<string> PluginFolders { get; init; }

    /// <summary>Where run folders go, absolute. Default: runs.</summary>
    public required string RunsFolder { get; init; }

    /// <summary>Suites by name.</summary>
    public required IReadOnlyDictionary<string, SuiteOptions> Suites { get; init; }

    /// <summary>Experiments by name.</summary>
    public required IReadOnlyDictionary<string, ExperimentOptions> Experiments { get; init; }

    /// <summary>The experiment that <c>compare</c> runs when none is named; null where hub.json names none.</summary>
    public string? DefaultExperiment { get; init; }
}
