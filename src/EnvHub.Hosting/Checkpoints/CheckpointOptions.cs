using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>When a trial writes down everything that its future depends on, so that it can be resumed. Changes no result.</summary>
public sealed record CheckpointOptions
{
    /// <summary>Whether checkpoints are written. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Seconds from one checkpoint to the next, in [0.001, 1e6]. Default 60. Longer where writing takes more than 1/50 of it, as
    /// on a slow disk.</summary>
    [Range(0.001, 1e6)]
    public double Seconds { get; init; } = 60;

    /// <summary>Environment steps per task from one checkpoint to the next, in place of <see cref="Seconds"/>; at least 1. Default: none.</summary>
    [Range(1, long.MaxValue)]
    public long? Steps { get; init; }

    /// <summary>How many are kept, in [1, 100]; the newest and those before it. Default 2.</summary>
    [Range(1, 100)]
    public int Keep { get; init; } = 2;
}
