namespace EnvHub.Evaluation;

/// <summary>How many runs get how far.</summary>
public static class PerformanceProfile
{
    /// <summary>For each threshold the share of runs, over all tasks, that score above it.</summary>
    /// <remarks>Source: R. Agarwal et al. (2021), the run-score distribution.</remarks>
    public static double[] At(ScoreMatrix scores, ReadOnlySpan<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(scores);
        double[] shares = new double[thresholds.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            int above = 0;
            foreach (double score in scores.Scores) above += score > thresholds[i] ? 1 : 0;
            shares[i] = (double)above / scores.Scores.Length;
        }
        return shares;
    }
}
