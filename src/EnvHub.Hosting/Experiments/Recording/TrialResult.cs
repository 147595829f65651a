using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>A trial's record: what <c>result.json</c> holds, and all that tables and reports are made from.</summary>
public sealed record TrialResult
{
    /// <summary>The layout of this record; another number is another layout.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The arm's name.</summary>
    public required string Arm { get; init; }

    /// <summary>The learner's name.</summary>
    public required string Learner { get; init; }

    /// <summary>Whether one network learned all of the suite's tasks.</summary>
    public required LearnerScope Scope { get; init; }

    /// <summary>The network backend's name.</summary>
    public required string Backend { get; init; }

    /// <summary>The root seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Finished, failed or cancelled.</summary>
    public required TrialState Status { get; init; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Environment steps, all tasks and copies together.</summary>
    public required long Steps { get; init; }

    /// <summary>Environment steps of all trials that it builds on, near and far, all tasks and copies together, whether they were run for it or
    /// taken from a record; 0 where it builds on none.</summary>
    public long SourceSteps { get; init; }

    /// <summary>Gradient steps, as the learner's measure <c>updates</c> counts them; 0 where it has none.</summary>
    public required long Updates { get; init; }

    /// <summary>The learner's measures at the end that are of the learner as a whole, by name; those that are not known are left out. Null where it
    /// did not begin, and in records of hubs that wrote none.</summary>
    public IReadOnlyDictionary<string, double>? Measures { get; init; }

    /// <summary>Wall time of the whole trial, evaluations included, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Environment steps per second of training, learning included, evaluations not.</summary>
    public required double StepsPerSecond { get; init; }

    /// <summary>How often it was resumed from a checkpoint.</summary>
    public int Resumes { get; init; }

    /// <summary>What happened on the way that its reader should know, e.g. that a checkpoint was damaged; empty for nothing.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>By the learner's numbers.</summary>
    public required IReadOnlyList<TaskResult> Tasks { get; init; }

    /// <summary>What made the record, and on what.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The folder of the record relative to its run's, with '/' between: as <see cref="Trial.Name"/> of a trial that is compared.</summary>
    [JsonIgnore]
    internal string Name => Scope == LearnerScope.SingleTask && Tasks.Count > 0
        ? $"{FolderName.Of(Arm)}/{FolderName.Of(Tasks[0].Task)}/seed-{Seed}" : $"{FolderName.Of(Arm)}/seed-{Seed}";

    /// <summary>Whether the same weights solve every task.</summary>
    [JsonIgnore]
    public bool SolvedAll => Tasks.All(task => task.Final?.Solved == true);
}
