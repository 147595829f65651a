using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.GridWorlds;

/// <summary>The settings of <see cref="Maze"/>.</summary>
public sealed record MazeSettings : EnvironmentSettings
{
    /// <summary>Which mazes: all, training or held_out. Default all.</summary>
    [JsonPropertyName("mazes")]
    public MazeSelection Mazes { get; init; } = MazeSelection.All;

    /// <summary>Walls that are opened between rooms that are joined already, [0, 9]; 0 leaves one way between any two cells. Default 2.</summary>
    [JsonPropertyName("loops"), Range(0, MazeGenerator.MaxLoops)]
    public int Loops { get; init; } = 2;
}
