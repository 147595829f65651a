namespace EnvHub.Evaluation;

/// <summary>A statistic of some runs, and the range in which it would lie for other runs of the same kind.</summary>
/// <param name="Estimate">Of the runs themselves.</param>
/// <param name="Low">The lower end; NaN where there is but one run.</param>
/// <param name="High">The upper end; NaN where there is but one run.</param>
/// <param name="Level">How often such a range is meant to cover the true value, in (0, 1).</param>
public readonly record struct ConfidenceInterval(double Estimate, double Low, double High, double Level);
