using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>What an arm gains on one task over a baseline that starts from nothing, paired by seed.</summary>
/// <remarks>Source: M. E. Taylor and P. Stone, "Transfer learning for reinforcement learning domains" (2009). Differs: no ratio of areas, which
/// depends on where a task's returns have their zero; the difference of areas is one of normalised scores.</remarks>
public sealed record TransferSummary
{
    /// <summary>Seeds that both arms have.</summary>
    public required int Seeds { get; init; }

    /// <summary>The arm's mean return before its first step on the task, less the baseline's; null where either was not measured there.</summary>
    public required ConfidenceInterval? Jumpstart { get; init; }

    /// <summary>The arm's mean height of the learning curve less the baseline's, up to where both go: in normalised scores, or in returns where the task
    /// has no reference scores.</summary>
    public required ConfidenceInterval AreaDifference { get; init; }

    /// <summary>Steps to the threshold; null where none is asked for.</summary>
    public required ThresholdTimes? Times { get; init; }

    /// <summary>Compares two arms on one task.</summary>
    /// <param name="pairs">One per seed, at least one.</param>
    /// <param name="scores">The task's anchors; null for none.</param>
    /// <param name="threshold">The return that counts as reached; null for none.</param>
    /// <param name="random">Where the draws of the intervals come from.</param>
    public static TransferSummary Of(
        IReadOnlyList<CurvePair> pairs, ReferenceScores? scores, double? threshold, BootstrapOptions options, RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfZero(pairs.Count);
        long horizon = pairs.Min(pair => pair.Horizon);
        bool hasStart = pairs.All(pair => pair is { Arm.AtStart: not null, Baseline.AtStart: not null });
        double scale = scores is null ? 1 : scores.Reference - scores.Random;
        ConfidenceInterval OfMeans(Func<CurvePair, double> difference)
        {
            double[] differences = [.. pairs.Select(difference)];
            return PairedBootstrap.Interval(pairs.Count, drawn => drawn.Average(pair => differences[pair]), options, random);
        }
        return new()
        {
            Seeds = pairs.Count,
            Jumpstart = hasStart ? OfMeans(pair => pair.Arm.AtStart!.Value - pair.Baseline.AtStart!.Value) : null,
            AreaDifference = OfMeans(pair => (pair.Arm.MeanHeight(horizon) - pair.Baseline.MeanHeight(horizon)) / scale),
            Times = threshold is { } level ? TimesTo(level, horizon, pairs, (options, random)) : null,
        };
    }

    private static ThresholdTimes TimesTo(double threshold, long horizon, IReadOnlyList<CurvePair> pairs, (BootstrapOptions Options, RandomGenerator Random) draws)
    {
        LearningCurve[] arm = [.. pairs.Select(pair => pair.Arm)], baseline = [.. pairs.Select(pair => pair.Baseline)];
        var (armWaits, baselineWaits) = (Waits(arm, threshold), Waits(baseline, threshold));
        return new()
        {
            Threshold = threshold,
            Reached = arm.Count(curve => curve.StepsTo(threshold) is not null),
            BaselineReached = baseline.Count(curve => curve.StepsTo(threshold) is not null),
            Median = armWaits.Median,
            BaselineMedian = baselineWaits.Median,
            Horizon = horizon,
            Mean = armWaits.RestrictedMean(horizon),
            BaselineMean = baselineWaits.RestrictedMean(horizon),
            Difference = PairedBootstrap.Interval(pairs.Count,
                drawn => Mean(arm, drawn) - Mean(baseline, drawn), draws.Options, draws.Random),
        };
        double Mean(LearningCurve[] curves, IReadOnlyList<int> drawn) => Waits([.. drawn.Select(seed => curves[seed])], threshold).RestrictedMean(horizon);
    }

    private static KaplanMeier Waits(LearningCurve[] curves, double threshold) => new(
        [.. curves.Select(curve => (double)(curve.StepsTo(threshold) ?? curve.LastStep))], [.. curves.Select(curve => curve.StepsTo(threshold) is not null)]);
}
