namespace EnvHub.Hosting;

/// <summary>A run that lies in the folder of all runs.</summary>
public sealed record StoredRun
{
    /// <summary>The experiment's folder and the run's, with '/' between: <c>classic-pair/20260131-120000</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>How far it is.</summary>
    public required RunState State { get; init; }

    /// <summary>Trials that are compared; null where its record does not say.</summary>
    public int? Trials { get; init; }

    /// <summary>Of those, how many finished.</summary>
    public int Finished { get; init; }

    /// <summary>Of those, how many failed.</summary>
    public int Failed { get; init; }

    /// <summary>When something was last written to it, in universal time.</summary>
    public required DateTime Changed { get; init; }

    /// <summary>Of its files together; the stages that it builds on lie elsewhere.</summary>
    public required long Bytes { get; init; }

    /// <summary>Keys of the stored stages that it builds on, near and far.</summary>
    public required IReadOnlySet<string> Stages { get; init; }

    /// <summary>What is wrong with it, or with the record of one of its trials; null for nothing.</summary>
    public string? Problem { get; init; }
}
