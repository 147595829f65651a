using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The continuous mountain car's settings.</summary>
/// <remarks>Source: Gymnasium's keyword argument, attributes and defaults; names of the context features of CARL, whose open sides are
/// closed here. Differs: the goal lies at Gymnasium's 0.45, CARL has 0.5; gravity, a fixed number in both, is added.</remarks>
public sealed record MountainCarContinuousSettings : MountainCarTrackSettings
{
    /// <summary>Where the goal begins, at most <see cref="MountainCarTrackSettings.MaxPosition"/>, [-10, 10]. Default 0.45.</summary>
    [JsonPropertyName("goal_position"), Range(-10.0, 10.0)]
    public double GoalPosition { get; init; } = 0.45;

    /// <summary>Change of velocity by the action 1, per step², [-1, 1]. Negative: the actions' directions change places. Default 0.0015.</summary>
    [JsonPropertyName("power"), Range(-1.0, 1.0)]
    public double Power { get; init; } = 0.0015;

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. base.Validate(validationContext),
        .. SettingsFault.IfAbove(this, nameof(GoalPosition), nameof(MaxPosition)),
        .. SettingsFault.IfAbove(this, nameof(GoalVelocity), nameof(MaxSpeed)),
    ];
}
