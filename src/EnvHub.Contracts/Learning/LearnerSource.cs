namespace EnvHub.Contracts;

/// <summary>What an earlier stage learned, for a learner that builds on it.</summary>
/// <remarks>A stage with a single-task learner gives one source per task. The host owns it: valid until the learner is disposed, never changed.</remarks>
public sealed record LearnerSource
{
    /// <summary>The stage's name in its arm.</summary>
    public required string Stage { get; init; }

    /// <summary>The tasks it learned, in the order in which <see cref="Policy"/> numbers them.</summary>
    public required IReadOnlyList<TaskSpec> Tasks { get; init; }

    /// <summary>Its policy with the stage's final weights: a teacher.</summary>
    public required IPolicy Policy { get; init; }

    /// <summary>The same weights by name, as <c>model.safetensors</c> holds them: PyTorch's layout, matrices as <c>[outputs, inputs]</c>.</summary>
    public required ICheckpointReader Weights { get; init; }

    /// <summary>All that the stage's learner wrote in <see cref="ILearner.Save"/>, replay included; asked for, it is read from the disk.</summary>
    /// <remarks>For replay of the source's transitions.</remarks>
    public required Func<ICheckpointReader> OpenState { get; init; }

    /// <summary>Mean greedy return at the stage's end, one per task.</summary>
    public required IReadOnlyList<double> Returns { get; init; }

    /// <summary>Environment steps that the stage took, all tasks and copies together, those of its own sources included.</summary>
    public required long TotalSteps { get; init; }
}
