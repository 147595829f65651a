namespace EnvHub.Hosting;

/// <summary>A stage of an arm in hub.json.</summary>
public sealed record StageOptions : LearningOptions
{
    /// <summary>Unique within the arm.</summary>
    public required string Name { get; init; }

    /// <summary>Names of earlier stages of the arm whose policies and weights the learner may use. Default: none.</summary>
    public IReadOnlyList<string> From { get; init; } = [];
}
