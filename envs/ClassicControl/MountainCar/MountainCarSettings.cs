using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The mountain car's settings.</summary>
/// <remarks>Source: Gymnasium's keyword argument and defaults; names of the context features of CARL, whose open sides are closed here.
/// Differs: the goal lies at Gymnasium's 0.5, CARL has 0.45.</remarks>
public sealed record MountainCarSettings : MountainCarTrackSettings
{
    /// <summary>Where the goal begins, at most <see cref="MountainCarTrackSettings.MaxPosition"/>, [-10, 10]. Default 0.5.</summary>
    [JsonPropertyName("goal_position"), Range(-10.0, 10.0)]
    public double GoalPosition { get; init; } = 0.5;

    /// <summary>Change of velocity by an action, per step², [-1, 1]. Negative: actions 0 and 2 change places. Default 0.001.</summary>
    [JsonPropertyName("force"), Range(-1.0, 1.0)]
    public double Force { get; init; } = 0.001;

    /// <summary>-1: actions 0 and 2 change places; the force is multiplied by it. Default 1.</summary>
    /// <remarks>Not of Gymnasium: the same as the opposite <see cref="Force"/> there, but apart from its size, so that a family can draw both.</remarks>
    [JsonPropertyName("force_sign"), AllowedValues(1, -1)]
    public int ForceSign { get; init; } = 1;

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. base.Validate(validationContext),
        .. SettingsFault.IfAbove(this, nameof(GoalPosition), nameof(MaxPosition)),
    ];
}
