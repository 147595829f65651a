namespace EnvHub.Envs.Gymnasium;

/// <summary>Registers the provider of Python environments.</summary>
public sealed class GymnasiumPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) { }
}
