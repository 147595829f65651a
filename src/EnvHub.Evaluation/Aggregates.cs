using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>One number for many runs. A NaN score makes it NaN.</summary>
/// <remarks>Source: R. Agarwal et al., "Deep reinforcement learning at the edge of the statistical precipice" (2021).</remarks>
public static class Aggregates
{
    private const double Quarter = 0.25;

    /// <summary>The mean over all runs and tasks.</summary>
    public static double Mean(ScoreMatrix scores) => Mean(Of(scores));

    /// <summary>The mean of <paramref name="values"/>; NaN for none.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Length;
    }

    /// <summary>The median over tasks of each task's mean over runs.</summary>
    public static double Median(ScoreMatrix scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return OrderStatistics.Median(scores.TaskMeans());
    }

    /// <summary>The interquartile mean: that of the middle half of all runs and tasks taken together.</summary>
    public static double InterquartileMean(ScoreMatrix scores) => InterquartileMean(Of(scores));

    /// <summary>The mean of the middle half: a quarter of the values, rounded down, is cut from each end.</summary>
    /// <param name="values">At least one, e.g. one per seed.</param>
    /// <remarks>Of a single task it hides just the seeds that failed: show the minimum beside it. Of successes counted as 0 and 1 it
    /// says nothing: use their mean.</remarks>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double InterquartileMean(ReadOnlySpan<double> values) => OrderStatistics.TrimmedMean(values, Quarter);

    /// <summary>The smallest score of any run on any task.</summary>
    public static double Min(ScoreMatrix scores) => OrderStatistics.Quantile(Of(scores), 0);

    /// <summary>The largest score of any run on any task.</summary>
    public static double Max(ScoreMatrix scores) => OrderStatistics.Quantile(Of(scores), 1);

    /// <summary>How far the runs stay below <paramref name="target"/> on average; what lies above it does not make up for what lies below.</summary>
    /// <param name="target">The score that is wanted: 1 is the reference's.</param>
    public static double OptimalityGap(ScoreMatrix scores, double target = 1)
    {
        double gap = 0;
        foreach (double score in Of(scores)) gap += target - Math.Min(score, target);
        return gap / scores.Scores.Length;
    }

    private static ReadOnlySpan<double> Of(ScoreMatrix scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return scores.Scores;
    }
}
