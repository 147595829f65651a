namespace EnvHub.Evaluation;

/// <summary>How much a parity gate compares.</summary>
public sealed record ParityOptions
{
    /// <summary>How many seeds, at least 1. Default 20.</summary>
    public int Seeds { get; init; } = 20;

    /// <summary>The first of them; the others follow it. Default 0.</summary>
    public ulong FirstSeed { get; init; }

    /// <summary>Steps per seed, at least 1, across the ends of episodes. Default 2000.</summary>
    public int Steps { get; init; } = 2000;
}
