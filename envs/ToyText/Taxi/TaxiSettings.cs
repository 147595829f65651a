using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Envs.ToyText;

/// <summary>The taxi's settings.</summary>
/// <remarks>Source: Gymnasium's keyword arguments and defaults.</remarks>
public sealed record TaxiSettings : EnvironmentSettings
{
    /// <summary>Whether a move may drift to either side. Default false.</summary>
    [JsonPropertyName("is_rainy")]
    public bool IsRainy { get; init; }

    /// <summary>Whether the passenger may change the destination, once, when the taxi first moves after the first pickup. Default false.</summary>
    [JsonPropertyName("fickle_passenger")]
    public bool FicklePassenger { get; init; }

    /// <summary>Chance that a rainy move goes where it should, [0, 1]; the sides share the rest. Default 0.8.</summary>
    [JsonPropertyName("rainy_probability"), Range(0.0, 1.0)]
    public double RainyProbability { get; init; } = 0.8;

    /// <summary>Chance of an episode that its passenger is fickle, [0, 1]. Default 0.3.</summary>
    [JsonPropertyName("fickle_probability"), Range(0.0, 1.0)]
    public double FickleProbability { get; init; } = 0.3;
}
