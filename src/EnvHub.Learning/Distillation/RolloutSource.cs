namespace EnvHub.Learning;

/// <summary>Whose actions lead to the observations that a student is taught on.</summary>
public enum RolloutSource
{
    /// <summary>The teacher's: behaviour cloning.</summary>
    Teacher,

    /// <summary>The student's own.</summary>
    Student,

    /// <summary>The teacher's with a chance that falls, else the student's.</summary>
    Mixed,
}
