using System.Text.Json.Serialization;

namespace EnvHub.Envs.GridWorlds;

/// <summary>The settings of <see cref="Grasp"/>.</summary>
public sealed record GraspSettings : EnvironmentSettings
{
    /// <summary>Whether the tray stands elsewhere in each episode; else in the lower right corner. Default true.</summary>
    [JsonPropertyName("random_tray")]
    public bool RandomTray { get; init; } = true;
}
