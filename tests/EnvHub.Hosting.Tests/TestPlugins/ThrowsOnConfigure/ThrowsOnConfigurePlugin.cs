using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class ThrowsOnConfigurePlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(TestLearner.Named("half-registered"));
        throw new InvalidOperationException("the moon is full");
    }
}
