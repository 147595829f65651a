namespace EnvHub.Plugins.Wrappers;

/// <summary>Registers the wrappers.</summary>
public sealed class WrappersPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) { }
}
