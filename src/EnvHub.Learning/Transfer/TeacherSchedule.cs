namespace EnvHub.Learning;

/// <summary>How much a teacher still has to say: <c>λ = max(1 - s/t, 0)</c>, at most 1, with the random-normalised scores s of the student and t of the teacher.</summary>
/// <remarks>A normalised score is 0 for the random policy and 1 for the reference, so that s/t means the same for tasks of negative returns: with
/// raw returns of -200 and -100 the ratio would be 2 and the teacher silent while the student is bad. Source: QDagger of Agarwal et al.
/// (2022). Differs: λ is at most 1, and 0 where the teacher is no better than random.</remarks>
public static class TeacherSchedule
{
    /// <summary>λ, [0, 1].</summary>
    /// <param name="student">s; NaN for a student without an episode, who counts as random.</param>
    /// <param name="teacher">t.</param>
    public static double WeightAt(double student, double teacher)
    {
        if (!(teacher > 0)) return 0;
        return double.IsNaN(student) ? 1 : Math.Clamp(1 - student / teacher, 0, 1);
    }

    /// <summary>The scores by which a target's returns are normalised: its own, else those of a source of the same environment with other settings;
    /// null where neither has some.</summary>
    public static ReferenceScores? ScoresOf(TaskSpec target, TaskSpec source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        if (target.Environment.ReferenceScores is { } own) return own;
        return target.Environment.Id == source.Environment.Id ? source.Environment.ReferenceScores : null;
    }
}
