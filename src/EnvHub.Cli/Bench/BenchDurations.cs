namespace EnvHub.Cli;

/// <summary>How long the measurements take.</summary>
/// <param name="Repeats">Measurements, of which the median counts.</param>
/// <param name="Seconds">Of one measurement of an environment or a network.</param>
/// <param name="DqnWarmUp">Rounds before DQN is timed; learning begins after 10,000.</param>
/// <param name="DqnRounds">Rounds of one measurement of DQN.</param>
internal sealed record BenchDurations(int Repeats, double Seconds, long DqnWarmUp, long DqnRounds)
{
    public static BenchDurations Full { get; } = new(5, 0.2, 20_000, 100_000);

    /// <summary>For tests: right in form alone.</summary>
    public static BenchDurations Shortest { get; } = new(1, 0.001, 10, 10);
}
