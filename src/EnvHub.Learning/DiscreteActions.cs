namespace EnvHub.Learning;

/// <summary>What action-value learners ask of a task.</summary>
public static class DiscreteActions
{
    /// <summary>Why an action-value learner cannot take <paramref name="task"/>, in a sentence; null if it can.</summary>
    public static string? Refusal(TaskSpec task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var (observations, actions) = (task.Environment.ObservationSpace, task.Environment.ActionSpace);
        if (actions is not DiscreteSpace) return $"Its action space is {actions}; Q-learning needs Discrete(n).";
        return observations.IsFlattenable && observations.FlatSize > 0 ? null
            : $"Its observation space is {observations}, whose values are not of one size above 0; a network needs a fixed number of inputs.";
    }

    /// <summary>How many actions <paramref name="task"/> has, A.</summary>
    /// <exception cref="HubException">EH2000 the action space is not discrete.</exception>
    public static int CountOf(TaskSpec task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Environment.ActionSpace is DiscreteSpace space
            ? space.Count : throw LearningErrors.NotDiscrete(task.Name, task.Environment.ActionSpace.ToString());
    }
}
