namespace EnvHub.Hosting;

/// <summary>What a checkpoint costs.</summary>
/// <param name="Transitions">That the trial had seen, all tasks together.</param>
/// <param name="Bytes">Of the file; as many pass through working memory, none stay.</param>
/// <param name="WriteSeconds">To write it to the disk, checksum included; training waits as long.</param>
/// <param name="ReadSeconds">To check it whole and to take it back.</param>
/// <param name="PlainSeconds">To write a plain file of as many bytes to the same disk.</param>
public sealed record CheckpointCost(long Transitions, long Bytes, double WriteSeconds, double ReadSeconds, double PlainSeconds)
{
    /// <summary>Bytes per transition.</summary>
    public double BytesPerTransition => (double)Bytes / Transitions;

    /// <summary>The share of wall time that goes into checkpoints at the default interval.</summary>
    public double ShareOfTime => WriteSeconds / (new CheckpointOptions().Seconds + WriteSeconds);
}
