namespace EnvHub.Cli;

/// <summary>What <c>bench</c> measured; every figure is a median over repeats, on one core.</summary>
internal sealed record BenchReport(IReadOnlyList<EnvironmentSpeed> Environments, NetworkSpeed Network, double DqnStepsPerSecond, Baselines Baselines);

/// <summary>Steps per second of all copies together, random actions, checks and resets included.</summary>
internal sealed record EnvironmentSpeed(string Id, int Copies, double StepsPerSecond);

/// <summary>CleanRL's network, 4-120-84-2: a forward pass of one observation, a DQN update of a batch of 128.</summary>
internal sealed record NetworkSpeed(double Forward1Microseconds, double Update128Microseconds);

/// <summary>The same figures of Gymnasium and PyTorch; null where no Python has what it takes.</summary>
/// <param name="Python">The interpreters that were found.</param>
/// <param name="Missing">What could not be measured, and what to install; empty if everything could.</param>
internal sealed record Baselines(
    IReadOnlyList<string> Python, IReadOnlyList<EnvironmentSpeed> Environments, NetworkSpeed? Network, double? DqnStepsPerSecond, IReadOnlyList<string> Missing)
{
    public string? Gymnasium { get; init; }

    public string? Torch { get; init; }
}
