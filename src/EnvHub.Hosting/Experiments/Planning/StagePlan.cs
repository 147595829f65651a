namespace EnvHub.Hosting;

/// <summary>A stage of an arm, resolved: a learner with its options and tasks.</summary>
public sealed record StagePlan
{
    /// <summary>Unique within the arm.</summary>
    public required string Name { get; init; }

    /// <summary>What is learned.</summary>
    public required IReadOnlyList<TaskPlan> Tasks { get; init; }

    /// <summary>Names of earlier stages of the arm whose policies and weights the learner may use.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Who learns.</summary>
    public required LearnerRegistration Learner { get; init; }

    /// <summary>Of the learner's options type, checked.</summary>
    public required object Options { get; init; }

    /// <summary>Who makes the networks.</summary>
    public required NetworkBackendRegistration Backend { get; init; }

    /// <summary>Of the backend's options type, checked.</summary>
    public object BackendOptions { get; init; } = new NoOptions();

    /// <summary>Environment steps per task, all copies together; 0 for a learner that learns nothing.</summary>
    public required long Steps { get; init; }

    /// <summary>Training episodes of every task after which it ends, if that is before its steps; null: its steps alone end it.</summary>
    public long? Episodes { get; init; }

    /// <summary>Copies of each task's environment.</summary>
    public required int Copies { get; init; }

    /// <summary>Whether the weights of the best evaluation during training are kept and reported beside the final ones.</summary>
    public required bool KeepBest { get; init; }

    /// <summary>How its policy is evaluated; null: as the experiment says.</summary>
    public EvaluationPlan? Evaluation { get; init; }
}
