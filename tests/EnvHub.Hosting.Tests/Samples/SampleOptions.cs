using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace EnvHub.Hosting.Tests;

public sealed record SampleOptions : IValidatableObject
{
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 0.5;

    [Range(0.0, 0.1)]
    public float Small { get; init; }

    [Range(1, int.MaxValue)]
    public int BatchSize { get; init; } = 32;

    public int? Limit { get; init; }

    public bool IsDouble { get; init; } = true;

    public string Label { get; init; } = "none";

    public string? Note { get; init; }

    public SampleNetwork Network { get; init; } = new() { Hidden = [64], Choice = SampleChoice.Second };

    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    public ulong Seed { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Limit < BatchSize) yield return new($"It must be at least the batch size, {BatchSize}.", [nameof(Limit)]);
    }
}
