namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Every promise of a vector environment, kept by Python in the tests' own process.</summary>
public sealed class InProcessContractTests : EnvironmentContract
{
    protected override bool HasSnapshots => false;

    protected override IVectorEnvironment Create(int count) => Make(count, new());

    protected override IVectorEnvironment? CreateWithLimit(int count, int? limit) => Make(count, new() { MaxEpisodeSteps = limit ?? -1 });

    private static GymnasiumVector Make(int count, GymnasiumSettings settings) => new("CartPole-v1", count, RealWorkers.InProcess(settings));
}
