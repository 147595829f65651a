using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>What arms are compared with, and how.</summary>
public sealed record TransferOptions
{
    /// <summary>The arm that starts from nothing.</summary>
    public required string Baseline { get; init; }

    /// <summary>The return to reach; null: each task's solved return.</summary>
    public double? Threshold { get; init; }

    /// <summary>How the intervals are found.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
