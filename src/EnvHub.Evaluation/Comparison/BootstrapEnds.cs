using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>Makes an interval of what was drawn.</summary>
internal static class BootstrapEnds
{
    /// <param name="estimate">Of the runs themselves.</param>
    /// <param name="drawn">Of the runs drawn anew.</param>
    /// <param name="leftOut">Gives the statistic with one run left out at a time, one list per group that is drawn from by itself. Called for
    /// <see cref="BootstrapMethod.BiasCorrected"/> alone.</param>
    public static ConfidenceInterval Of(double estimate, double[] drawn, Func<IEnumerable<double[]>> leftOut, BootstrapOptions options)
    {
        double tail = (1 - options.Level) / 2;
        var (low, high) = options.Method == BootstrapMethod.Percentile ? (tail, 1 - tail) : Corrected(estimate, drawn, leftOut(), tail);
        return new(estimate, OrderStatistics.Quantile(drawn, low), OrderStatistics.Quantile(drawn, high), options.Level);
    }

    // Efron (1987): the share of draws below the estimate tells the bias, the estimates without one run each the acceleration.
    private static (double Low, double High) Corrected(double estimate, double[] drawn, IEnumerable<double[]> leftOut, double tail)
    {
        double below = drawn.Sum(value => value < estimate ? 1 : value == estimate ? 0.5 : 0) / drawn.Length;
        double bias = StandardNormal.Quantile(below), cubes = 0, squares = 0;
        // All on one side: no share of the draws can stand for the bias.
        if (double.IsInfinity(bias)) return (tail, 1 - tail);
        foreach (double[] group in leftOut)
        {
            double mean = group.Average(), n = group.Length;
            foreach (double value in group)
            {
                double influence = (n - 1) * (mean - value) / n;
                (cubes, squares) = (cubes + influence * influence * influence, squares + influence * influence);
            }
        }
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
        double End(double z) => StandardNormal.Below(bias + (bias + z) / (1 - acceleration * (bias + z)));
        return (End(StandardNormal.Quantile(tail)), End(StandardNormal.Quantile(1 - tail)));
    }
}
