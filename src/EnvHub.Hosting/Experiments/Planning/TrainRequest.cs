using EnvHub.Networks;

namespace EnvHub.Hosting;

/// <summary>An experiment with one arm, as the command line states it.</summary>
public sealed record TrainRequest
{
    /// <summary>The backend where none is named.</summary>
    public const string DefaultBackend = EmbeddedBackend.Name;

    /// <summary>Ids of environments, or families in words, several in a text with commas between: each is a task, or a family of tasks. A comma
    /// within a family parts its own parts.</summary>
    public required IReadOnlyList<string> Environments { get; init; }

    /// <summary>Wrappers around each environment, from the inside out: <c>NAME</c> or <c>NAME:key=value,...</c>.</summary>
    public IReadOnlyList<string> Wrappers { get; init; } = [];

    /// <summary>The learner's name.</summary>
    public required string Learner { get; init; }

    /// <summary>ONNX files with policies that the learner may learn from.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Environment steps per task; at least 1.</summary>
    public required long Steps { get; init; }

    /// <summary>How many seeds; at least 1.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The first root seed; the others follow it.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>Copies of each environment; at least 1.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>The network backend: <c>NAME</c> or <c>NAME:key=value,...</c>.</summary>
    public string Backend { get; init; } = DefaultBackend;

    /// <summary>Whether the weights of the best evaluation are kept too.</summary>
    public bool KeepBest { get; init; }

    /// <summary>When and how the policy is evaluated.</summary>
    public EvaluationPlan Evaluation { get; init; } = new();

    /// <summary>When trials write checkpoints.</summary>
    public CheckpointOptions Checkpoint { get; init; } = new();

    /// <summary>The learner's options as <c>key=value</c>, dots for nested ones, values in JSON or plain text:
    /// <c>network.hidden=[256,256]</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];
}
