namespace EnvHub.Hosting;

/// <summary>What the command line says in place of hub.json.</summary>
public sealed record ExperimentOverrides
{
    /// <summary>How many seeds; null: the experiment's.</summary>
    public int? Seeds { get; init; }

    /// <summary>The first root seed; null: the experiment's.</summary>
    public ulong? FirstSeed { get; init; }

    /// <summary>Environment steps per task, for every arm; null: the experiment's and the arms' own.</summary>
    public long? Steps { get; init; }

    /// <summary>The network backend of every stage, <c>NAME</c> or <c>NAME:key=value,...</c>; null: each stage's own.</summary>
    public string? Backend { get; init; }

    /// <summary>When trials write checkpoints; null: as the experiment says.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>Names of the arms to run; empty for all.</summary>
    public IReadOnlyList<string> Arms { get; init; } = [];
}
