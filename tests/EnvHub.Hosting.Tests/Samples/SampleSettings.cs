using System.Text.Json.Serialization;
using EnvHub.Contracts;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace EnvHub.Hosting.Tests;

public sealed record SampleSettings : EnvironmentSettings
{
    [JsonPropertyName("gravity")]
    [Range(0.0, double.MaxValue)]
    public double Gravity { get; init; } = 9.8;
}
