namespace EnvHub.Evaluation;

/// <summary>How much of its teacher's score a student has on one task, over its seeds: <c>(G - G₀)/(G⁺ - G₀)</c>, with G the student's mean return, G⁺ the
/// teacher's and G₀ the random policy's. 1 is the teacher's score, 0 the random policy's; more than 1 is better than the teacher.</summary>
/// <param name="Seeds">How many seeds.</param>
/// <param name="Mean">Mean share.</param>
/// <param name="Lowest">The worst seed's share.</param>
/// <remarks>Measured from the random policy because a plain ratio of returns turns round where they are negative.</remarks>
public sealed record TeacherShare(int Seeds, double Mean, double Lowest)
{
    /// <summary>The share of one student.</summary>
    /// <returns>NaN where the teacher is no better than random: there is nothing to have a share of.</returns>
    public static double Of(double student, double teacher, double random) => teacher > random ? (student - random) / (teacher - random) : double.NaN;

    /// <summary>Sums up one share per seed.</summary>
    /// <param name="shares">Shape <c>[seeds]</c>; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="shares"/> is empty.</exception>
    public static TeacherShare Of(ReadOnlySpan<double> shares)
    {
        double lowest = double.PositiveInfinity;
        foreach (double share in shares) lowest = Math.Min(lowest, share);
        return new(shares.Length, Aggregates.Mean(shares), lowest);
    }
}
