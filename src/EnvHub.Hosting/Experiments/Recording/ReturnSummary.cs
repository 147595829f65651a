namespace EnvHub.Hosting;

/// <summary>Greedy episodes of one policy on one task. Returns are undiscounted sums of rewards.</summary>
/// <param name="Mean">Over the episodes.</param>
/// <param name="Min">The worst episode.</param>
/// <param name="Max">The best episode.</param>
/// <param name="Solved">Whether the mean reaches the task's threshold; null where it has none.</param>
/// <param name="Returns">One per episode, in the order of the seeds.</param>
public sealed record ReturnSummary(double Mean, double Min, double Max, bool? Solved, IReadOnlyList<double> Returns)
{
    /// <summary>Sums up <paramref name="returns"/>, of at least one episode.</summary>
    public static ReturnSummary Of(IReadOnlyList<double> returns, double? solvedReturn)
    {
        double mean = returns.Average();
        return new(mean, returns.Min(), returns.Max(), solvedReturn is { } threshold ? mean >= threshold : null, returns);
    }
}
