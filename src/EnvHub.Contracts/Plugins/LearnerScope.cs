namespace EnvHub.Contracts;

/// <summary>How many tasks one learner takes.</summary>
public enum LearnerScope
{
    /// <summary>One: a suite's tasks are learned by one learner each.</summary>
    SingleTask,

    /// <summary>All of a suite's tasks at once.</summary>
    MultiTask,
}
