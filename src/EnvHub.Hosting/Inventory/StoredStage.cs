namespace EnvHub.Hosting;

/// <summary>The record of a trial that others build on, as it lies in the folder of all runs.</summary>
public sealed record StoredStage
{
    /// <summary>Names what it computes; its folder's name.</summary>
    public required string Key { get; init; }

    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>How far it is.</summary>
    public required StoredStageState State { get; init; }

    /// <summary>The experiment that it was first run for, its arm and its stage, with '/' between; empty where its record does not say.</summary>
    public required string Name { get; init; }

    /// <summary>The learner's name; empty where its record does not say.</summary>
    public required string Learner { get; init; }

    /// <summary>The tasks' names.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>The root seed; null where its record does not say.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Environment steps per task; null where its record does not say.</summary>
    public long? Steps { get; init; }

    /// <summary>Keys of the stages that it builds on itself.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>When something was last written to it, in universal time.</summary>
    public required DateTime Changed { get; init; }

    /// <summary>Of its files together.</summary>
    public required long Bytes { get; init; }

    /// <summary>What is wrong with a record that was once complete; null where nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Names of the runs that build on it, near or far.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];
}
