namespace EnvHub.Hosting;

/// <summary>One stage of one arm with one root seed: what one thread runs. A single-task learner's trial has one task, a multi-task learner's all.</summary>
public sealed record Trial
{
    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The arm's name.</summary>
    public required string Arm { get; init; }

    /// <summary>Who learns, and for how long.</summary>
    public required StagePlan Stage { get; init; }

    /// <summary>Names what it computes, where others build on it: its record lies in the folder of that name, for all runs; null for a trial that
    /// is compared, whose record lies in the run folder.</summary>
    public string? Key { get; init; }

    /// <summary>The trials of earlier stages that this one builds on.</summary>
    public IReadOnlyList<Trial> Sources { get; init; } = [];

    /// <summary>What is learned, in the order in which the learner numbers tasks.</summary>
    public required IReadOnlyList<TaskPlan> Tasks { get; init; }

    /// <summary>The root of all of the trial's random streams.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How the policy is evaluated.</summary>
    public required EvaluationPlan Evaluation { get; init; }

    /// <summary>Whether it writes TensorBoard event files. Changes no result, so it is no part of the key.</summary>
    public bool TensorBoard { get; init; } = true;

    /// <summary>When it can be resumed from. Changes no result, so it is no part of the key.</summary>
    public CheckpointOptions Checkpoint { get; init; } = new();

    /// <summary>Environment steps, all tasks and copies together.</summary>
    public long TotalSteps => Rounds * Stage.Copies * Tasks.Count;

    /// <summary>Rounds: steps of every copy of every task.</summary>
    public long Rounds => (Stage.Steps + Stage.Copies - 1) / Stage.Copies;

    /// <summary>Unique within the experiment, with '/' between the parts. For a trial that is compared: the folder of its record, relative to the
    /// run folder. One that several arms build on is named after the first.</summary>
    public string Name
    {
        get
        {
            string arm = Key is null ? FolderName.Of(Arm) : $"{FolderName.Of(Arm)}/{FolderName.Of(Stage.Name)}";
            return Stage.Learner.Scope == LearnerScope.SingleTask ? $"{arm}/{FolderName.Of(Tasks[0].Spec.Name)}/seed-{Seed}" : $"{arm}/seed-{Seed}";
        }
    }
}
