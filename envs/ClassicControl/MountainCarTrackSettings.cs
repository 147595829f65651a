using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>What both mountain cars' settings have: the track, the slope and the start. Lengths have no unit; time is counted in steps.</summary>
/// <remarks>Source: Gymnasium's keyword argument and defaults; names of the context features of CARL, whose open sides are closed here.</remarks>
public abstract record MountainCarTrackSettings : EnvironmentSettings
{
    /// <summary>Velocity that the goal asks for, per step, [-10, 10]. Default 0.</summary>
    [JsonPropertyName("goal_velocity"), Range(-10.0, 10.0)]
    public double GoalVelocity { get; init; }

    /// <summary>The wall on the left, [-10, 10]. Default -1.2.</summary>
    [JsonPropertyName("min_position"), Range(-10.0, 10.0)]
    public double MinPosition { get; init; } = -1.2;

    /// <summary>The end of the track on the right, [-10, 10]. Default 0.6.</summary>
    [JsonPropertyName("max_position"), Range(-10.0, 10.0)]
    public double MaxPosition { get; init; } = 0.6;

    /// <summary>Speed limit, per step, [0, 10]. Default 0.07.</summary>
    [JsonPropertyName("max_speed"), Range(0.0, 10.0)]
    public double MaxSpeed { get; init; } = 0.07;

    /// <summary>Largest change of velocity by the slope, per step², [0, 1]. Default 0.0025.</summary>
    [JsonPropertyName("gravity"), Range(0.0, 1.0)]
    public double Gravity { get; init; } = 0.0025;

    /// <summary>Leftmost start, [-10, 10]. Default -0.6.</summary>
    [JsonPropertyName("min_position_start"), Range(-10.0, 10.0)]
    public double MinPositionStart { get; init; } = -0.6;

    /// <summary>Rightmost start, [-10, 10]. Default -0.4.</summary>
    [JsonPropertyName("max_position_start"), Range(-10.0, 10.0)]
    public double MaxPositionStart { get; init; } = -0.4;

    /// <summary>Smallest start velocity, per step, [-10, 10]. Default 0.</summary>
    [JsonPropertyName("min_velocity_start"), Range(-10.0, 10.0)]
    public double MinVelocityStart { get; init; }

    /// <summary>Largest start velocity, per step, [-10, 10]. Default 0. Equal to the smallest: it is that value and draws nothing.</summary>
    [JsonPropertyName("max_velocity_start"), Range(-10.0, 10.0)]
    public double MaxVelocityStart { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. base.Validate(validationContext),
        .. SettingsFault.IfNotBelow(this, nameof(MinPosition), nameof(MaxPosition)),
        .. SettingsFault.IfAbove(this, nameof(MinPosition), nameof(MinPositionStart)),
        .. SettingsFault.IfAbove(this, nameof(MinPositionStart), nameof(MaxPositionStart)),
        .. SettingsFault.IfAbove(this, nameof(MaxPositionStart), nameof(MaxPosition)),
        .. SettingsFault.IfAbove(this, nameof(MinVelocityStart), nameof(MaxVelocityStart)),
        .. SettingsFault.IfFaster(this, nameof(MinVelocityStart), nameof(MaxSpeed)),
        .. SettingsFault.IfFaster(this, nameof(MaxVelocityStart), nameof(MaxSpeed)),
    ];
}
