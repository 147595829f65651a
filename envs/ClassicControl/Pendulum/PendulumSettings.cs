using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The pendulum's settings. Every derived constant is built from them.</summary>
/// <remarks>Source: Gymnasium's keyword argument, reset options, attributes and defaults; CARL's names for what Gymnasium does not name,
/// whose open sides are closed here. Differs: CARL's <c>gravity</c> is left out, since it changes nothing there.</remarks>
public sealed record PendulumSettings : EnvironmentSettings
{
    /// <summary>Gravity, m/s², [0, 1000]. Default 10.</summary>
    [JsonPropertyName("g"), Range(0.0, 1000.0)]
    public double Gravity { get; init; } = 10.0;

    /// <summary>Mass of the rod, kg, [0.001, 1000]. Default 1.</summary>
    [JsonPropertyName("m"), Range(1e-3, 1e3)]
    public double Mass { get; init; } = 1.0;

    /// <summary>Length of the rod, m, [0.001, 1000]. Default 1.</summary>
    [JsonPropertyName("l"), Range(1e-3, 1e3)]
    public double Length { get; init; } = 1.0;

    /// <summary>Time of one step, s, [0.0001, 1]. Default 0.05.</summary>
    [JsonPropertyName("dt"), Range(1e-4, 1.0)]
    public double TimeStep { get; init; } = 0.05;

    /// <summary>Speed limit, rad/s, [0.1, 1000]. Default 8.</summary>
    [JsonPropertyName("max_speed"), Range(0.1, 1000.0)]
    public double MaxSpeed { get; init; } = 8.0;

    /// <summary>Largest torque, N·m, [0.01, 1000]; actions beyond it are clipped. Default 2.</summary>
    [JsonPropertyName("max_torque"), Range(0.01, 1000.0)]
    public double MaxTorque { get; init; } = 2.0;

    /// <summary>Largest start angle, to either side of upright, rad, [0, π]. Default π.</summary>
    [JsonPropertyName("initial_angle_max"), Range(0.0, Math.PI)]
    public double InitialAngleMax { get; init; } = Math.PI;

    /// <summary>Largest start speed, in either direction, rad/s, at most <see cref="MaxSpeed"/>, [0, 1000]. Default 1.</summary>
    [JsonPropertyName("initial_velocity_max"), Range(0.0, 1000.0)]
    public double InitialVelocityMax { get; init; } = 1.0;

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. base.Validate(validationContext), .. SettingsFault.IfAbove(this, nameof(InitialVelocityMax), nameof(MaxSpeed))];
}
