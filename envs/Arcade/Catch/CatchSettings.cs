using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.Arcade;

/// <summary>The settings of <see cref="Catch"/>. Sizes are in pixels, speeds in pixels per step.</summary>
public sealed record CatchSettings : EnvironmentSettings
{
    /// <summary>Balls in an episode, [1, 1000]. Default 5.</summary>
    [JsonPropertyName("balls"), Range(1, 1000)]
    public int Balls { get; init; } = 5;

    /// <summary>How fast a ball falls, [1, 8]. Default 3.</summary>
    [JsonPropertyName("ball_speed"), Range(1, 8)]
    public int BallSpeed { get; init; } = 3;

    /// <summary>The fastest that a ball drifts sideways, [0, 8]. Default 2.</summary>
    [JsonPropertyName("max_drift"), Range(0, 8)]
    public int MaxDrift { get; init; } = 2;

    /// <summary>How fast the paddle moves, [1, 16]. Default 4.</summary>
    [JsonPropertyName("paddle_speed"), Range(1, 16)]
    public int PaddleSpeed { get; init; } = 4;

    /// <summary>The paddle's width, [1, 84]. Default 14.</summary>
    [JsonPropertyName("paddle_width"), Range(1, CatchField.Size)]
    public int PaddleWidth { get; init; } = 14;
}
