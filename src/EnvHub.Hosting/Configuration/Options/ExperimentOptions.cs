using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>An experiment in hub.json.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>How many seeds, in [1, 10000]. Default 5.</summary>
    [Range(1, 10_000)]
    public int Seeds { get; init; } = 5;

    /// <summary>The first root seed; the others follow it. Default 1.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>Environment steps per task, all copies together; at least 1.</summary>
    [Range(1, long.MaxValue)]
    public required long Steps { get; init; }

    /// <summary>Copies of each environment, in [1, 65536]. Default 1.</summary>
    [Range(1, 65_536)]
    public int Copies { get; init; } = 1;

    /// <summary>When and how policies are evaluated.</summary>
    public EvaluationPlan Evaluation { get; init; } = new();

    /// <summary>Whether trials write TensorBoard event files, in the folder tensorboard of their own. Default true.</summary>
    [JsonPropertyName("tensorboard")]
    public bool TensorBoard { get; init; } = true;

    /// <summary>When trials write checkpoints, from which they can be resumed.</summary>
    public CheckpointOptions Checkpoint { get; init; } = new();

    /// <summary>Arms by name; at least one.</summary>
    [MinLength(1)]
    public required IReadOnlyDictionary<string, ArmOptions> Arms { get; init; }
}
