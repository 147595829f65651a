namespace EnvHub.Evaluation;

/// <summary>Shares of successes, such as seeds that solve a task. Aggregates of scores say nothing of them.</summary>
public static class Proportion
{
    /// <summary>Wilson's interval of a share.</summary>
    /// <param name="successes">In [0, trials].</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="level">In (0, 1).</param>
    /// <remarks>Source: E. B. Wilson (1927), without correction for continuity. It holds for few trials, and where all or none succeed.</remarks>
    public static ConfidenceInterval Wilson(int successes, int trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level is in (0, 1).");
        double share = (double)successes / trials, z = StandardNormal.Quantile((1 + level) / 2), weight = z * z / trials;
        double centre = (share + weight / 2) / (1 + weight), half = z / (1 + weight) * Math.Sqrt(share * (1 - share) / trials + weight / (4 * trials));
        // Rounding must not move the ends that are known.
        return new(share, successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half, level);
    }
}
