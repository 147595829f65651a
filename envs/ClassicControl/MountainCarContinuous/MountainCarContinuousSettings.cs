using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The continuous mountain car's settings. Lengths have no unit; time is counted in steps.</summary>
/// <remarks>Source: Gymnasium's keyword argument, attributes and defaults; names of the context features of CARL, whose open sides are
/// closed here. Differs: the goal lies at Gymnasium's 0.45, CARL has 0.5; gravity, a fixed number in both, is added.</remarks>
public sealed record MountainCarContinuousSettings : EnvironmentSettings
{
    /// <summary>Velocity that the goal asks for, per step, at most <see cref="MaxSpeed"/>, [-10, 10]. Default 0.</summary>
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

    /// <summary>Where the goal begins, at most <see cref="MaxPosition"/>, [-10, 10]. Default 0.45.</summary>
    [JsonPropertyName("goal_position"), Range(-10.0, 10.0)]
    public double GoalPosition { get; init; } = 0.45;

    /// <summary>Change of velocity by the action 1, per step², [-1, 1]. Negative: the actions' directions change places. Default 0.0015.</summary>
    [JsonPropertyName("power"), Range(-1.0, 1.0)]
    public double Power { get; init; } = 0.0015;

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
        .. SettingsFault.IfAbove(this, nameof(GoalPosition), nameof(MaxPosition)),
        .. SettingsFault.IfAbove(this, nameof(GoalVelocity), nameof(MaxSpeed)),
        .. SettingsFault.IfAbove(this, nameof(MinPosition), nameof(MinPositionStart)),
        .. SettingsFault.IfAbove(this, nameof(MinPositionStart), nameof(MaxPositionStart)),
        .. SettingsFault.IfAbove(this, nameof(MaxPositionStart), nameof(MaxPosition)),
        .. SettingsFault.IfAbove(this, nameof(MinVelocityStart), nameof(MaxVelocityStart)),
        .. SettingsFault.IfFaster(this, nameof(MinVelocityStart), nameof(MaxSpeed)),
        .. SettingsFault.IfFaster(this, nameof(MaxVelocityStart), nameof(MaxSpeed)),
    ];
}
