using System.ComponentModel.DataAnnotations;

namespace EnvHub.Learning;

/// <summary>Who acts while a student is taught. Whoever acts, the teacher says what it would do.</summary>
/// <remarks>Source: Ross, Gordon and Bagnell (2011), DAgger: the chance β of the teacher's action falls from 1 to 0. Differs: β falls linearly with the
/// steps, and the student learns all along on everything collected so far, rather than from scratch after each round.</remarks>
public sealed record RolloutOptions
{
    /// <summary>Whose actions. Default mixed.</summary>
    public RolloutSource From { get; init; } = RolloutSource.Mixed;

    /// <summary>β at the first step, [0, 1]; with mixed alone. Default 1.</summary>
    [Range(0.0, 1.0)]
    public double Start { get; init; } = 1;

    /// <summary>β from the end of <see cref="Fraction"/> on, [0, 1]; with mixed alone. Default 0.</summary>
    [Range(0.0, 1.0)]
    public double End { get; init; }

    /// <summary>Share of all steps over which β moves linearly, [0, 1]; with mixed alone. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Fraction { get; init; } = 0.5;

    /// <summary>How often it is drawn who acts; with mixed alone. Default step.</summary>
    public MixingUnit Per { get; init; } = MixingUnit.Step;

    /// <summary>Chance of a random action, whoever acts, [0, 1]; with reinforcement learning beside it, the exploration schedule's instead.
    /// Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double RandomActions { get; init; } = 0.05;

    /// <summary>β, the chance that the teacher acts, over <paramref name="totalSteps"/> steps.</summary>
    public LinearSchedule TeacherShare(long totalSteps) => From switch
    {
        RolloutSource.Teacher => LinearSchedule.Constant(1),
        RolloutSource.Student => LinearSchedule.Constant(0),
        _ => new(Start, End, Fraction * totalSteps),
    };
}
