namespace EnvHub.Evaluation;

/// <summary>Environment steps until a return is first reached, for an arm and its baseline. Those that never reach it are censored, not left out.</summary>
public sealed record ThresholdTimes
{
    /// <summary>The return that counts as reached.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many seeds of the arm reach it.</summary>
    public required int Reached { get; init; }

    /// <summary>How many seeds of the baseline reach it.</summary>
    public required int BaselineReached { get; init; }

    /// <summary>The arm's Kaplan-Meier median; null where fewer than half of the seeds reach it.</summary>
    public required double? Median { get; init; }

    /// <summary>The baseline's Kaplan-Meier median; null where fewer than half of the seeds reach it.</summary>
    public required double? BaselineMedian { get; init; }

    /// <summary>Up to which step both arms are looked at.</summary>
    public required long Horizon { get; init; }

    /// <summary>The arm's mean steps to the threshold, restricted to the horizon.</summary>
    public required double Mean { get; init; }

    /// <summary>The baseline's mean steps to the threshold, restricted to the horizon.</summary>
    public required double BaselineMean { get; init; }

    /// <summary>The arm's restricted mean less the baseline's: negative where the arm is faster.</summary>
    public required ConfidenceInterval Difference { get; init; }
}
