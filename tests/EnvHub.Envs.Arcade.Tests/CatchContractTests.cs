namespace EnvHub.Envs.Arcade.Tests;

/// <summary>Every promise of an environment, with episodes of twenty steps: pictures take their time to compare.</summary>
public class CatchContractTests : EnvironmentContract
{
    protected override int Steps => 25;

    protected override IVectorEnvironment Create(int count) => new Catch(count, new() { Balls = 2, BallSpeed = 8 });

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) =>
        new Catch(count, new() { Balls = 2, BallSpeed = 8, MaxEpisodeSteps = limit ?? -1 });
}
