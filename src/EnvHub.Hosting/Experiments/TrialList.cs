namespace EnvHub.Hosting;

/// <summary>Spreads an experiment into its trials.</summary>
public static class TrialList
{
    /// <summary>The trials of <paramref name="plan"/>: by arm, then task for a single-task learner, then seed.</summary>
    public static IReadOnlyList<Trial> Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. from arm in plan.Arms
                   from tasks in TasksOf(arm.Final)
                   from seed in plan.Seeds
                   select new Trial
                   {
                       Experiment = plan.Name,
                       Suite = plan.Suite,
                       Arm = arm.Name,
                       Stage = arm.Final,
                       Tasks = tasks,
                       Seed = seed,
                       Evaluation = plan.Evaluation,
                   }];
    }

    private static IEnumerable<IReadOnlyList<TaskPlan>> TasksOf(StagePlan stage) =>
        stage.Learner.Scope == LearnerScope.MultiTask ? [stage.Tasks] : stage.Tasks.Select(task => (IReadOnlyList<TaskPlan>)[task]);
}
