namespace EnvHub.Evaluation;

/// <summary>What two arms reached on one task with the same seed.</summary>
/// <param name="Arm">Of the arm that is looked at.</param>
/// <param name="Baseline">Of the arm that it is compared with.</param>
public sealed record CurvePair(LearningCurve Arm, LearningCurve Baseline)
{
    /// <summary>How far both go.</summary>
    public long Horizon => Math.Min(Arm.LastStep, Baseline.LastStep);
}
