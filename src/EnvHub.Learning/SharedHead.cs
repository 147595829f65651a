namespace EnvHub.Learning;

/// <summary>One head for all tasks: then the network cannot tell them apart but by what it observes.</summary>
public static class SharedHead
{
    /// <summary>The head's name in files: <c>head.shared.weight</c>.</summary>
    public const string Name = "shared";

    /// <summary>The head that <paramref name="task"/> uses: its own, or the only one.</summary>
    public static int Of(NetworkSpec network, int task)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Heads.Count == 1 ? 0 : task;
    }

    /// <summary>Why <paramref name="tasks"/> cannot share a head, in a sentence; null if they can: all observations become as many numbers, and
    /// there are as many actions.</summary>
    public static string? Refusal(IReadOnlyList<TaskSpec> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        foreach (var task in tasks)
            if (Sizes(task) != Sizes(tasks[0]))
                return $"The tasks share one head, but {Text(tasks[0])} and {Text(task)}; one head needs equal numbers.";
        return null;
    }

    /// <summary>The head for <paramref name="tasks"/>.</summary>
    /// <exception cref="HubException">EH2000 an action space is not discrete; EH2300 the tasks differ.</exception>
    /// <param name="channelsFirst">As <see cref="QNetworkOptions.ChannelsFirst"/>.</param>
    public static HeadSpec SpecFor(IReadOnlyList<TaskSpec> tasks, bool channelsFirst = false)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        if (Refusal(tasks) is { } refusal) throw LearningErrors.CannotShareHead(refusal);
        return QNetworkOptions.HeadOf(tasks[0], Name, channelsFirst);
    }

    private static (TensorShape Inputs, int Actions) Sizes(TaskSpec task) => (ObservationShape.Of(task.Environment), DiscreteActions.CountOf(task));

    private static string Text(TaskSpec task)
    {
        var (inputs, actions) = Sizes(task);
        return inputs.IsImage ? $"'{task.Name}' observes {inputs} and has {actions} actions" : $"'{task.Name}' has {inputs.Size} numbers per observation and {actions} actions";
    }
}
