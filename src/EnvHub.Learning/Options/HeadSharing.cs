namespace EnvHub.Learning;

/// <summary>How tasks share the last layer.</summary>
public enum HeadSharing
{
    /// <summary>Each task has a head of its own.</summary>
    PerTask,

    /// <summary>One head, and so one network, for all: for tasks of equal observation and action sizes, such as the members of a family.</summary>
    Shared,
}
