namespace EnvHub.Envs.GridWorlds.Tests;

/// <summary>Every promise of an environment.</summary>
public class MazeContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new Maze(count, new() { MaxEpisodeSteps = 12 });

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => new Maze(count, new() { MaxEpisodeSteps = limit ?? -1 });
}

/// <summary>Every promise of an environment.</summary>
public class GraspContractTests : EnvironmentContract
{
    protected override IVectorEnvironment Create(int count) => new Grasp(count, new() { MaxEpisodeSteps = 12 });

    protected override IVectorEnvironment CreateWithLimit(int count, int? limit) => new Grasp(count, new() { MaxEpisodeSteps = limit ?? -1 });
}
