namespace EnvHub.Hosting;

/// <summary>Spreads an experiment into its trials.</summary>
public static class TrialList
{
    /// <summary>The trials of <paramref name="plan"/> that are compared: by arm, then task for a single-task learner, then seed.</summary>
    /// <remarks>What they build on hangs from them: see <see cref="Trial.Sources"/>. Trials of stages that are equal but for their names are one object.</remarks>
    public static IReadOnlyList<Trial> Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var chains = new TrialChains(plan);
        return [.. from arm in plan.Arms
                   from tasks in TasksOf(arm.Final)
                   from seed in plan.Seeds
                   select chains.Final(arm, tasks, seed)];
    }

    /// <summary>Those trials and all that they build on, each once and after what it builds on.</summary>
    public static IReadOnlyList<Trial> WithSources(IEnumerable<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var listed = new List<Trial>();
        var seen = new HashSet<Trial>(ReferenceEqualityComparer.Instance);
        foreach (var trial in trials) Add(trial, listed, seen);
        return listed;
    }

    /// <summary>The tasks of each of a stage's trials.</summary>
    internal static IEnumerable<IReadOnlyList<TaskPlan>> TasksOf(StagePlan stage) =>
        stage.Learner.Scope == LearnerScope.MultiTask ? [stage.Tasks] : stage.Tasks.Select(task => (IReadOnlyList<TaskPlan>)[task]);

    private static void Add(Trial trial, List<Trial> listed, HashSet<Trial> seen)
    {
        if (!seen.Add(trial)) return;
        foreach (var source in trial.Sources) Add(source, listed, seen);
        listed.Add(trial);
    }
}
