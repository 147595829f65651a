namespace EnvHub.Learning;

/// <summary>Whether arrays can hold what a stage's buffers are to keep, asked while the hub plans: the buffers themselves refuse it with EH2013, when
/// the stage's turn has come.</summary>
public static class ReplayCapacity
{
    /// <summary>Why a task's transitions do not fit, in a sentence; null if they do.</summary>
    public static string? Refusal(StageSpec stage, QLearningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Refusal(stage, options, "transitions", task => ReplayBuffer.MostCapacity(
            FrameLayout.Of(task.Environment), options.ActionMasks && task.Environment.HasActionMasks ? DiscreteActions.CountOf(task) : 0));
    }

    /// <summary>Why what a student is taught in a task does not fit, in a sentence; null if it does.</summary>
    public static string? OfLessons(StageSpec stage, QLearningOptions options) =>
        Refusal(stage, options, "lessons", static task => LessonBuffer.MostCapacity(FrameLayout.Of(task.Environment), DiscreteActions.CountOf(task)));

    private static string? Refusal(StageSpec stage, QLearningOptions options, string what, Func<TaskSpec, long> mostOf)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var task in stage.Tasks)
        {
            long most = mostOf(task);
            if (most == 0) return $"One observation of '{task.Name}' is more than an array holds. Wrap the environment so that it observes less.";
            if (options.BufferCapacity > most)
                return $"bufferCapacity is {options.BufferCapacity}; arrays hold at most {most} {what} of '{task.Name}'. Lower bufferCapacity, or wrap the environment so that it observes less.";
        }
        return null;
    }
}
