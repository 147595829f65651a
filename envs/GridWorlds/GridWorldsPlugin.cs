namespace EnvHub.Envs.GridWorlds;

/// <summary>The plugin's entry point.</summary>
public sealed class GridWorldsPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        hub.AddEnvironment<MazeSettings>("Maze-v0", MazeSpec.Of, static (settings, count) => new Maze(count, settings));
        hub.AddEnvironment<GraspSettings>("Grasp-v0", GraspSpec.Of, static (settings, count) => new Grasp(count, settings));
    }
}
