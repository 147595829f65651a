using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>Percentile intervals from runs drawn anew with replacement, within each task.</summary>
/// <remarks>Source: R. Agarwal et al. (2021). With 3 runs the interval is too narrow; aggregates want 5 to 10 runs, a single task 20 to 30.</remarks>
public static class StratifiedBootstrap
{
    /// <summary>The interval of <paramref name="statistic"/>.</summary>
    /// <param name="statistic">E.g. <see cref="Aggregates.InterquartileMean(ScoreMatrix)"/>. The matrix that it is given is filled anew
    /// for every draw: it must not keep it.</param>
    /// <param name="random">Where the draws come from: the same place gives the same interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 draw, or a level outside (0, 1).</exception>
    public static ConfidenceInterval Interval(
        ScoreMatrix scores, Func<ScoreMatrix, double> statistic, BootstrapOptions options, RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        options.Check(nameof(options));

        double estimate = statistic(scores);
        if (scores.Runs == 1) return new(estimate, double.NaN, double.NaN, options.Level);
        double[] drawn = Draw(scores, statistic, options.Draws, random);
        return BootstrapEnds.Of(estimate, drawn, () => LeftOut(scores, statistic), options);
    }

    // A matrix has as many runs for every task, so one run of one task cannot be left out of several tasks.
    private static IEnumerable<double[]> LeftOut(ScoreMatrix scores, Func<ScoreMatrix, double> statistic)
    {
        if (scores.Tasks > 1) throw new ArgumentException("The bias-corrected interval is for one task: runs of several are left out together by PairedBootstrap.", nameof(scores));
        var rest = new double[scores.Runs - 1];
        double[] without = new double[scores.Runs];
        for (int run = 0; run < without.Length; run++)
        {
            for (int i = 0; i < rest.Length; i++) rest[i] = scores[i < run ? i : i + 1, 0];
            without[run] = statistic(ScoreMatrix.OfTask(rest));
        }
        return [without];
    }

    private static double[] Draw(ScoreMatrix scores, Func<ScoreMatrix, double> statistic, int draws, RandomGenerator random)
    {
        var resample = new ScoreMatrix(scores.Runs, scores.Tasks, scores.Scores);
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++)
        {
            Resample(scores, resample, random);
            drawn[i] = statistic(resample);
        }
        return drawn;
    }

    private static void Resample(ScoreMatrix scores, ScoreMatrix resample, RandomGenerator random)
    {
        var from = scores.Scores;
        var to = resample.Buffer;
        for (int task = 0; task < scores.Tasks; task++)
            for (int run = 0; run < scores.Runs; run++)
                to[run * scores.Tasks + task] = from[(int)random.Integers(scores.Runs) * scores.Tasks + task];
    }
}
