namespace EnvHub.Envs.ToyText;

/// <summary>Registers the toy-text environments.</summary>
public sealed class ToyTextPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) { }
}
