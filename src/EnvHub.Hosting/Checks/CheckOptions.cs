namespace EnvHub.Hosting;

/// <summary>How much an examination plays.</summary>
public sealed record CheckOptions
{
    /// <summary>How many seeds, at least 1. Default 3.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Random steps per rule and seed, at least 1, across the ends of episodes. Default 1000.</summary>
    public int Steps { get; init; } = 1000;
}
