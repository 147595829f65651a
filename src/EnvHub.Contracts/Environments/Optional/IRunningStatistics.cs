namespace EnvHub.Contracts;

/// <summary>A wrapper that gathers statistics of what passes through it, as one that normalises observations does. The hub copies them
/// from training to evaluation and keeps them beside the weights.</summary>
public interface IRunningStatistics
{
    /// <summary>While true, the statistics are used as they are and nothing is added to them: Gymnasium's <c>update_running_mean</c>,
    /// the other way round. False at first.</summary>
    bool IsFrozen { get; set; }

    /// <summary>Writes the statistics.</summary>
    void Save(ICheckpointWriter writer);

    /// <summary>Replaces the statistics by those that <see cref="Save"/> wrote, of any count of copies.</summary>
    /// <exception cref="HubException">The checkpoint has no such array, or one of another type or length.</exception>
    void Load(ICheckpointReader reader);
}
