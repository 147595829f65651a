namespace EnvHub.Envs.Arcade;

/// <summary>The plugin's entry point.</summary>
public sealed class ArcadePlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) =>
        hub.AddEnvironment<CatchSettings>("Catch-v0", CatchSpec.Of, static (settings, count) => new Catch(count, settings));
}
