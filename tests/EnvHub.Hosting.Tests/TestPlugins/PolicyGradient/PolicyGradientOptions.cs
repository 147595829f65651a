using System.ComponentModel.DataAnnotations;

namespace EnvHub.TestPlugins;

public sealed record PolicyGradientOptions
{
    /// <summary>Steps of each copy from one learning phase to the next.</summary>
    [Range(1, 100_000)]
    public int Horizon { get; init; } = 128;

    [Range(1, 1_000)]
    public int Epochs { get; init; } = 10;

    [Range(1, 65_536)]
    public int BatchSize { get; init; } = 64;

    [Range(0.0, 1.0)]
    public double Discount { get; init; } = 0.9;

    /// <summary>λ of generalised advantage estimation.</summary>
    [Range(0.0, 1.0)]
    public double Trace { get; init; } = 0.95;

    [Range(0.0, 1.0)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How far the ratio of probabilities may go from 1.</summary>
    [Range(0.0, 1.0)]
    public double Clip { get; init; } = 0.2;

    [Range(1, 65_536)]
    public int Hidden { get; init; } = 64;
}
