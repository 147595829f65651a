namespace EnvHub.Learning;

/// <summary>Which of a source's tasks a target task starts from.</summary>
/// <param name="Source">Index of the source.</param>
/// <param name="Task">Index of the task within it.</param>
public readonly record struct SourceChoice(int Source, int Task)
{
    /// <summary>The task that was asked for; else the one of the target's name; else the only one. Where <see cref="SharedHead.Name"/> is asked for,
    /// a source's tasks share one head, and any of them will do.</summary>
    /// <param name="stage">Name of the stage to take it from; null: any.</param>
    /// <param name="task">Name of the task; null: as above.</param>
    /// <param name="problem">Why there is none, in a sentence; null if there is one.</param>
    public static SourceChoice Find(IReadOnlyList<StageSource> sources, TaskSpec target, string? stage, string? task, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(target);
        SourceChoice[] all = [.. sources.SelectMany((source, index) => Enumerable.Range(0, stage is null || source.Stage == stage ? source.Tasks.Count : 0)
            .Select(number => new SourceChoice(index, number)))];
        string NameOf(SourceChoice choice) => sources[choice.Source].Tasks[choice.Task].Name;
        SourceChoice[] named = [.. all.Where(choice => task == SharedHead.Name ? choice.Task == 0 : NameOf(choice) == (task ?? target.Name))];
        var found = named.Length == 0 && task is null ? all : named;
        string known = string.Join(", ", all.Select(choice => $"{sources[choice.Source].Stage}/{NameOf(choice)}"));
        problem = found.Length == 1 ? null
            : found.Length == 0 ? $"No source learned the task '{task}'; the sources are {(known.Length == 0 ? "none" : known)}."
            : $"Task '{target.Name}' could start from several sources: {known}. Name one with sourceTask or sourceStage; where they share one head, it is called {SharedHead.Name}.";
        return problem is null ? found[0] : default;
    }
}
