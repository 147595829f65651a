using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>Percentile intervals from pairs drawn anew with replacement: what two arms reached with the same seed stays together.</summary>
public static class PairedBootstrap
{
    /// <summary>The interval of <paramref name="statistic"/>.</summary>
    /// <param name="pairs">How many, at least 1.</param>
    /// <param name="statistic">Given the numbers of the pairs that were drawn, each in [0, pairs), some several times; it must not keep them.</param>
    /// <param name="random">Where the draws come from: the same place gives the same interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">No pair, fewer than 1 draw, or a level outside (0, 1).</exception>
    public static ConfidenceInterval Interval(int pairs, Func<IReadOnlyList<int>, double> statistic, BootstrapOptions options, RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        options.Check(nameof(options));

        int[] chosen = [.. Enumerable.Range(0, pairs)];
        double estimate = statistic(chosen);
        if (pairs == 1) return new(estimate, double.NaN, double.NaN, options.Level);
        double[] drawn = new double[options.Draws];
        for (int i = 0; i < drawn.Length; i++)
        {
            for (int pair = 0; pair < pairs; pair++) chosen[pair] = (int)random.Integers(pairs);
            drawn[i] = statistic(chosen);
        }
        return BootstrapEnds.Of(estimate, drawn, () => [LeftOut(pairs, statistic)], options);
    }

    private static double[] LeftOut(int pairs, Func<IReadOnlyList<int>, double> statistic) =>
        [.. Enumerable.Range(0, pairs).Select(left => statistic([.. Enumerable.Range(0, pairs).Where(pair => pair != left)]))];
}
