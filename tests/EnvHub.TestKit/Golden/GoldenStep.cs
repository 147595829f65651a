namespace EnvHub.TestKit;

/// <summary>One recorded reset or step.</summary>
public sealed record GoldenStep
{
    /// <summary>The action taken, as <see cref="Observation"/> is written; empty for a reset.</summary>
    public IReadOnlyList<uint> Action { get; init; } = [];

    /// <summary>Bit patterns of float32, shape <c>[n]</c>; of a discrete space, the integers.</summary>
    public required IReadOnlyList<uint> Observation { get; init; }

    /// <summary>Of the step.</summary>
    public double Reward { get; init; }

    /// <summary>Whether the task ended the episode.</summary>
    public bool Terminated { get; init; }

    /// <summary>Whether the clock ended the episode.</summary>
    public bool Truncated { get; init; }
}
