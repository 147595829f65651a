namespace EnvHub.Hosting;

/// <summary>What one learner of an experiment will be made of, before anything runs.</summary>
public sealed record LearnerDescription
{
    /// <summary>The arm's name.</summary>
    public required string Arm { get; init; }

    /// <summary>The stage, with its learner, options and backend.</summary>
    public required StagePlan Stage { get; init; }

    /// <summary>The tasks that the learner takes: all of the stage's, or one of them.</summary>
    public required IReadOnlyList<TaskPlan> Tasks { get; init; }

    /// <summary>Its network; null where the learner does not say.</summary>
    public NetworkPlan? Network { get; init; }

    /// <summary>The memory that it will take; empty where it does not say.</summary>
    public IReadOnlyList<MemoryPart> Memory { get; init; } = [];

    /// <summary>The learners of an experiment: by arm, stage and, for a single-task learner, task.</summary>
    public static IReadOnlyList<LearnerDescription> Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. from arm in plan.Arms
                   from stage in arm.Stages
                   from tasks in TrialList.TasksOf(stage)
                   select new LearnerDescription { Arm = arm.Name, Stage = stage, Tasks = tasks, Network = NetworkOf(stage, tasks), Memory = MemoryOf(stage, tasks) }];
    }

    private static IReadOnlyList<MemoryPart> MemoryOf(StagePlan stage, IReadOnlyList<TaskPlan> tasks) =>
        stage.Learner.Memory?.Invoke(new([.. tasks.Select(task => task.Spec)], stage.Copies, stage.Steps), stage.Options) ?? [];

    private static NetworkPlan? NetworkOf(StagePlan stage, IReadOnlyList<TaskPlan> tasks) =>
        stage.Learner.Describe is { } describe ? NetworkPlan.Of(describe([.. tasks.Select(task => task.Spec)], stage.Options)) : null;
}
