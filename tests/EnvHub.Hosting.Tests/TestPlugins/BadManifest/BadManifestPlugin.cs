using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class BadManifestPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub) { }
}
