namespace EnvHub.Evaluation;

/// <summary>How an interval is found by resampling.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many times the runs are drawn anew; at least 1. Published tables use 50,000 for aggregates.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>How the ends are found. Default by quantiles, as published tables are.</summary>
    public BootstrapMethod Method { get; init; }

    /// <summary>How often such an interval is meant to cover the true value, in (0, 1).</summary>
    public double Level { get; init; } = 0.95;

    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 draw, or a level outside (0, 1).</exception>
    internal void Check(string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 1, name);
        if (!(Level is > 0 and < 1)) throw new ArgumentOutOfRangeException(name, Level, "A level is in (0, 1).");
    }
}
