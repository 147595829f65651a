using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>What one arm reached on one task, over its seeds. Returns are undiscounted means of greedy episodes, one per seed.</summary>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Mean">Their mean return.</param>
/// <param name="InterquartileMean">The mean return of their middle half.</param>
/// <param name="Min">The worst seed's return.</param>
/// <param name="Max">The best seed's return.</param>
/// <param name="Solved">How many seeds reach the task's threshold; null where it has none.</param>
public sealed record SeedSummary(int Seeds, double Mean, double InterquartileMean, double Min, double Max, int? Solved)
{
    /// <summary>Sums up one return per seed.</summary>
    /// <param name="returns">Shape <c>[seeds]</c>; at least one.</param>
    /// <param name="solvedReturn">The return from which on a seed counts as solved; null for none.</param>
    /// <exception cref="ArgumentException"><paramref name="returns"/> is empty.</exception>
    public static SeedSummary Of(ReadOnlySpan<double> returns, double? solvedReturn)
    {
        int solved = 0;
        foreach (double value in returns)
            if (value >= solvedReturn) solved++;
        return new(returns.Length, Aggregates.Mean(returns), Aggregates.InterquartileMean(returns),
            OrderStatistics.Quantile(returns, 0), OrderStatistics.Quantile(returns, 1), solvedReturn is null ? null : solved);
    }
}
