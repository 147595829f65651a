using System.Text.Json.Serialization;

namespace EnvHub.Plugins.Wrappers;

/// <summary>What <see cref="GrayscaleObservation"/> shows.</summary>
public sealed record GrayscaleObservationOptions
{
    /// <summary>Whether the axis of the channels stays, as one of length 1. Default false.</summary>
    [JsonPropertyName("keep_dim")]
    public bool KeepDim { get; init; }
}
