using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The acrobot's settings. Every derived constant is built from them.</summary>
/// <remarks>Source: the attributes and defaults of Gymnasium's class; names and bounds of the context features of CARL. Differs:
/// <c>LINK_LENGTH_2</c> is left out, since it changes Gymnasium's drawing alone; gravity, torque and time step are added.</remarks>
public sealed record AcrobotSettings : EnvironmentSettings
{
    /// <summary>The equations of motion. Default book.</summary>
    [JsonPropertyName("book_or_nips")]
    public AcrobotEquations BookOrNips { get; init; } = AcrobotEquations.Book;

    /// <summary>Length of the first link, m, [0.1, 10]. Default 1.</summary>
    [JsonPropertyName("LINK_LENGTH_1"), Range(0.1, 10.0)]
    public double LinkLength1 { get; init; } = 1.0;

    /// <summary>Mass of the first link, kg, [0.1, 10]. Default 1.</summary>
    [JsonPropertyName("LINK_MASS_1"), Range(0.1, 10.0)]
    public double LinkMass1 { get; init; } = 1.0;

    /// <summary>Mass of the second link, kg, [0.1, 10]. Default 1.</summary>
    [JsonPropertyName("LINK_MASS_2"), Range(0.1, 10.0)]
    public double LinkMass2 { get; init; } = 1.0;

    /// <summary>Distance of the first link's centre of mass from its joint, m, [0, 1]. Default 0.5.</summary>
    [JsonPropertyName("LINK_COM_POS_1"), Range(0.0, 1.0)]
    public double LinkComPos1 { get; init; } = 0.5;

    /// <summary>Distance of the second link's centre of mass from its joint, m, [0, 1]. Default 0.5.</summary>
    [JsonPropertyName("LINK_COM_POS_2"), Range(0.0, 1.0)]
    public double LinkComPos2 { get; init; } = 0.5;

    /// <summary>Moment of inertia of each link, kg·m², [0.1, 10]. Default 1.</summary>
    [JsonPropertyName("LINK_MOI"), Range(0.1, 10.0)]
    public double LinkMoi { get; init; } = 1.0;

    /// <summary>Speed limit of the first joint, rad/s, [0.4π, 40π]. Default 4π.</summary>
    [JsonPropertyName("MAX_VEL_1"), Range(0.4 * Math.PI, 40 * Math.PI)]
    public double MaxVel1 { get; init; } = 4 * Math.PI;

    /// <summary>Speed limit of the second joint, rad/s, [0.9π, 90π]. Default 9π.</summary>
    [JsonPropertyName("MAX_VEL_2"), Range(0.9 * Math.PI, 90 * Math.PI)]
    public double MaxVel2 { get; init; } = 9 * Math.PI;

    /// <summary>Largest noise on the torque, N·m, uniform around 0, drawn per step, [0, 1]. Default 0: nothing is drawn.</summary>
    [JsonPropertyName("torque_noise_max"), Range(0.0, 1.0)]
    public double TorqueNoiseMax { get; init; }

    /// <summary>Torque of actions 0 (negative) and 2, N·m, [-10, 10]. Negative: the two change places. Default 1.</summary>
    [JsonPropertyName("torque"), Range(-10.0, 10.0)]
    public double Torque { get; init; } = 1.0;

    /// <summary>-1: actions 0 and 2 change places; the torque is multiplied by it. Default 1.</summary>
    /// <remarks>Not of Gymnasium: the same as the opposite <see cref="Torque"/> there, but apart from its size, so that a family can draw both.</remarks>
    [JsonPropertyName("torque_sign"), AllowedValues(1, -1)]
    public int TorqueSign { get; init; } = 1;

    /// <summary>Gravity, m/s², [0, 100]. Default 9.8.</summary>
    [JsonPropertyName("gravity"), Range(0.0, 100.0)]
    public double Gravity { get; init; } = 9.8;

    /// <summary>Time of one step, s, [0.01, 0.2]. Default 0.2.</summary>
    [JsonPropertyName("dt"), Range(0.01, 0.2)]
    public double TimeStep { get; init; } = 0.2;

    /// <summary>Smallest start angle of both joints, rad, [-π, π]. Default -0.1.</summary>
    [JsonPropertyName("INITIAL_ANGLE_LOWER"), Range(-Math.PI, Math.PI)]
    public double InitialAngleLower { get; init; } = -0.1;

    /// <summary>Largest start angle of both joints, rad, [-π, π]. Default 0.1.</summary>
    [JsonPropertyName("INITIAL_ANGLE_UPPER"), Range(-Math.PI, Math.PI)]
    public double InitialAngleUpper { get; init; } = 0.1;

    /// <summary>Smallest start speed of both joints, rad/s, [-π, π]. Default -0.1.</summary>
    [JsonPropertyName("INITIAL_VELOCITY_LOWER"), Range(-Math.PI, Math.PI)]
    public double InitialVelocityLower { get; init; } = -0.1;

    /// <summary>Largest start speed of both joints, rad/s, [-π, π]. Default 0.1.</summary>
    [JsonPropertyName("INITIAL_VELOCITY_UPPER"), Range(-Math.PI, Math.PI)]
    public double InitialVelocityUpper { get; init; } = 0.1;

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. base.Validate(validationContext),
        .. SettingsFault.IfAbove(this, nameof(InitialAngleLower), nameof(InitialAngleUpper)),
        .. SettingsFault.IfAbove(this, nameof(InitialVelocityLower), nameof(InitialVelocityUpper)),
        .. SettingsFault.IfFaster(this, nameof(InitialVelocityLower), nameof(MaxVel1)),
        .. SettingsFault.IfFaster(this, nameof(InitialVelocityUpper), nameof(MaxVel1)),
        .. SettingsFault.IfFaster(this, nameof(InitialVelocityLower), nameof(MaxVel2)),
        .. SettingsFault.IfFaster(this, nameof(InitialVelocityUpper), nameof(MaxVel2)),
    ];
}
