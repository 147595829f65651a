using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>What <c>hub.json</c> says, as read: names are not resolved yet.</summary>
public sealed record HubOptions
{
    /// <summary>The folder that relative paths start from: that of hub.json.</summary>
    [JsonIgnore]
    public string Root { get; init; } = "";

    /// <summary>Where editors find the schema of this file; the hub does not read it.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Folders that are searched for plugins; relative ones start from this file's. Default: plugins.</summary>
    [JsonPropertyName("plugins")]
    public IReadOnlyList<string> PluginFolders { get; init; } = ["plugins"];

    /// <summary>Where run folders go; a relative one starts from this file's. Default: runs.</summary>
    [JsonPropertyName("runs")]
    public string RunsFolder { get; init; } = "runs";

    /// <summary>The Python that runs Gymnasium's environments: an interpreter, a virtual environment's folder, or a folder that 'envhub python setup'
    /// filled; relative paths start from this file's folder, a bare name is looked for on the path. Default: searched for.</summary>
    public string? Python { get; init; }

    /// <summary>The experiment that <c>compare</c> runs when none is named.</summary>
    public string? DefaultExperiment { get; init; }

    /// <summary>Suites by name.</summary>
    public IReadOnlyDictionary<string, SuiteOptions> Suites { get; init; } = new Dictionary<string, SuiteOptions>();

    /// <summary>Experiments by name.</summary>
    public IReadOnlyDictionary<string, ExperimentOptions> Experiments { get; init; } = new Dictionary<string, ExperimentOptions>();
}
