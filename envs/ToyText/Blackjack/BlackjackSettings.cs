using System.Text.Json.Serialization;

namespace EnvHub.Envs.ToyText;

/// <summary>Blackjack's settings.</summary>
/// <remarks>Source: Gymnasium's keyword arguments, and the defaults with which it registers <c>Blackjack-v1</c>.</remarks>
public sealed record BlackjackSettings : EnvironmentSettings
{
    /// <summary>Whether a win with an ace and a ten as first cards is worth 1.5; without effect under <see cref="SuttonBarto"/>. Default false.</summary>
    [JsonPropertyName("natural")]
    public bool Natural { get; init; }

    /// <summary>Whether the book's rules hold: an ace and a ten as first cards win against any dealer without them. Default true.</summary>
    [JsonPropertyName("sab")]
    public bool SuttonBarto { get; init; } = true;
}
