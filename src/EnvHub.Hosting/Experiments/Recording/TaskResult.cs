namespace EnvHub.Hosting;

/// <summary>What a trial came to on one task.</summary>
public sealed record TaskResult
{
    /// <summary>The task's name.</summary>
    public required string Task { get; init; }

    /// <summary>The environment's id.</summary>
    public required string Environment { get; init; }

    /// <summary>The mean greedy return at which the task counts as solved; null where none is stated.</summary>
    public double? SolvedReturn { get; init; }

    /// <summary>The anchors of the normalised score; null where none are stated.</summary>
    public ReferenceScores? ReferenceScores { get; init; }

    /// <summary>Environment steps, all copies together.</summary>
    public required long Steps { get; init; }

    /// <summary>Training episodes that ended.</summary>
    public required long Episodes { get; init; }

    /// <summary>Training episodes that were cut off and begun anew because the trial was resumed and the environment has no snapshots.</summary>
    public long RestartedEpisodes { get; init; }

    /// <summary>Mean return of the last 100 training episodes, exploration included: CleanRL's statistic; null if none ended.</summary>
    public double? TrainingReturnLast100 { get; init; }

    /// <summary>What the training environment counted, e.g. restarts of its processes; null if it counts nothing.</summary>
    public IReadOnlyDictionary<string, long>? Counters { get; init; }

    /// <summary>The learner's measures of this task at the end, by name, one of pairs as <c>name:other task</c>; null for none.</summary>
    public IReadOnlyDictionary<string, double>? Measures { get; init; }

    /// <summary>The final weights; null if the trial did not finish.</summary>
    public ReturnSummary? Final { get; init; }

    /// <summary>The best weights; null if they were not kept.</summary>
    public BestResult? Best { get; init; }
}
