namespace EnvHub.Evaluation;

/// <summary>How often a run of one arm beats a run of another.</summary>
public static class ImprovementProbability
{
    /// <summary>The mean over tasks of the chance that a run of <paramref name="arm"/>, drawn at random, scores higher than one of
    /// <paramref name="other"/>; a tie counts half. 0.5 where they are alike.</summary>
    /// <remarks>Source: R. Agarwal et al. (2021): Mann and Whitney's U over the number of pairs.</remarks>
    /// <exception cref="ArgumentException">They have different tasks.</exception>
    public static double Of(ScoreMatrix arm, ScoreMatrix other)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(other);
        if (arm.Tasks != other.Tasks) throw new ArgumentException($"One has {arm.Tasks} tasks, the other {other.Tasks}; give the same tasks in the same order.", nameof(other));
        double sum = 0;
        for (int task = 0; task < arm.Tasks; task++)
            for (int run = 0; run < arm.Runs; run++)
                for (int opposed = 0; opposed < other.Runs; opposed++)
                    sum += arm[run, task] > other[opposed, task] ? 1 : arm[run, task] == other[opposed, task] ? 0.5 : 0;
        return sum / ((double)arm.Tasks * arm.Runs * other.Runs);
    }
}
