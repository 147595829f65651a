namespace EnvHub.Hosting;

/// <summary>One arm on one task, over its seeds.</summary>
public sealed record ComparisonRow
{
    /// <summary>The arm's name.</summary>
    public required string Arm { get; init; }

    /// <summary>The task's name.</summary>
    public required string Task { get; init; }

    /// <summary>Trials that finished; the figures below are theirs.</summary>
    public required int Seeds { get; init; }

    /// <summary>Over seeds, of each seed's mean greedy return with its final weights; null where no trial finished.</summary>
    public double? Mean { get; init; }

    /// <summary>Interquartile mean over seeds.</summary>
    public double? Iqm { get; init; }

    /// <summary>The worst seed.</summary>
    public double? Min { get; init; }

    /// <summary>Seeds that reach the task's threshold; null where it has none.</summary>
    public int? Solved { get; init; }

    /// <summary>Environment steps per seed on this task.</summary>
    public required long Steps { get; init; }

    /// <summary>Environment steps per seed of the stages that it builds on, all tasks together; 0 where it builds on none.</summary>
    public long SourceSteps { get; init; }

    /// <summary>Mean wall time of a seed's trial. One trial of a multi-task learner covers all of its tasks.</summary>
    public double? Seconds { get; init; }

    /// <summary>Mean over seeds of the return of the last 100 training episodes, exploration included; null where none ended.</summary>
    public double? TrainingReturnLast100 { get; init; }

    /// <summary>The weights of the best evaluation; null where they were not kept.</summary>
    public KeptWeights? Best { get; init; }

    /// <summary>Trials that ended by an exception.</summary>
    public int Failed { get; init; }

    /// <summary>Trials that the user ended.</summary>
    public int Cancelled { get; init; }
}
