namespace EnvHub.Hosting;

/// <summary>An experiment in hub.json.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>How many seeds. Default 5.</summary>
    public int Seeds { get; init; } = 5;

    /// <summary>The first root seed; the others follow it. Default 1.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>Environment steps per task.</summary>
    public required long Steps { get; init; }

    /// <summary>Copies of each environment. Default 1.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>When and how policies are evaluated.</summary>
    public EvaluationPlan Evaluation { get; init; } = new();

    /// <summary>Arms by name.</summary>
    public required IReadOnlyDictionary<string, ArmOptions> Arms { get; init; }
}
