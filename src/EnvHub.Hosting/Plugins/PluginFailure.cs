namespace EnvHub.Hosting;

/// <summary>Why a plugin is not loaded. Ends as a <see cref="PluginStatus"/>; never leaves the loader.</summary>
internal sealed class PluginFailure(PluginState state, string code, string message, Exception? cause = null) : HubException(code, message, cause!)
{
    public PluginState State { get; } = state;
}
