using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>How strongly a student is held to its source's policy while it learns.</summary>
public sealed record TeacherOptions
{
    /// <summary>Factor on λ, at least 0; 0 turns the teacher off. Default 0.</summary>
    [Range(0.0, 1e6)]
    public double Weight { get; init; }

    /// <summary>τ by which both sides' action values are divided before the softmax, above 0, in units of the action values. Default 0.1.</summary>
    [Range(0.0, 1e6, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.1;

    /// <summary>Training episodes over which the student's return is averaged, at least 1. Default 20.</summary>
    [Range(1, 100_000)]
    public int Episodes { get; init; } = 20;
}
