using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The cart-pole's settings. Every derived constant (total mass, the pole's moment) is built from them.</summary>
/// <remarks>Source: Gymnasium's keyword argument and defaults; names and bounds of the context features of CARL, open sides closed
/// where nothing sensible lies beyond.</remarks>
public sealed record CartPoleSettings : EnvironmentSettings
{
    /// <summary>Whether a step is worth 0 and the failing step -1, in place of 1 each. Default false.</summary>
    [JsonPropertyName("sutton_barto_reward")]
    public bool SuttonBartoReward { get; init; }

    /// <summary>Gravity, m/s², [0.1, 1000]. Default 9.8.</summary>
    [JsonPropertyName("gravity"), Range(0.1, 1000.0)]
    public double Gravity { get; init; } = 9.8;

    /// <summary>Mass of the cart, kg, [0.1, 10]. Default 1.</summary>
    [JsonPropertyName("masscart"), Range(0.1, 10.0)]
    public double CartMass { get; init; } = 1.0;

    /// <summary>Mass of the pole, kg, [0.01, 1]. Default 0.1.</summary>
    [JsonPropertyName("masspole"), Range(0.01, 1.0)]
    public double PoleMass { get; init; } = 0.1;

    /// <summary>Half the length of the pole, m, [0.05, 5]. Default 0.5: the pole is 1 m long.</summary>
    /// <remarks>Half, as in Gymnasium, whose <c>length</c> it is: from the axle to the pole's centre of mass.</remarks>
    [JsonPropertyName("length"), Range(0.05, 5.0)]
    public double HalfLength { get; init; } = 0.5;

    /// <summary>Force of a push, N, [-100, 100]. Negative: action 0 pushes right and action 1 left. Default 10.</summary>
    [JsonPropertyName("force_mag"), Range(-100.0, 100.0)]
    public double Force { get; init; } = 10.0;

    /// <summary>-1: the two actions change places; the force is multiplied by it. Default 1.</summary>
    /// <remarks>Not of Gymnasium: the same as the opposite <see cref="Force"/> there, but apart from its size, so that a family can draw both.</remarks>
    [JsonPropertyName("force_sign"), AllowedValues(1, -1)]
    public int ForceSign { get; init; } = 1;

    /// <summary>Time of one step, s, [0.002, 0.2]. Default 0.02.</summary>
    [JsonPropertyName("tau"), Range(0.002, 0.2)]
    public double TimeStep { get; init; } = 0.02;

    /// <summary>Smallest start value of every component, in its own unit, [-2.4, 2.4]. Default -0.05.</summary>
    [JsonPropertyName("initial_state_lower"), Range(-2.4, 2.4)]
    public double InitialStateLower { get; init; } = -0.05;

    /// <summary>Largest start value of every component, in its own unit, [-2.4, 2.4]. Default 0.05.</summary>
    [JsonPropertyName("initial_state_upper"), Range(-2.4, 2.4)]
    public double InitialStateUpper { get; init; } = 0.05;

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. base.Validate(validationContext), .. SettingsFault.IfAbove(this, nameof(InitialStateLower), nameof(InitialStateUpper))];
}
