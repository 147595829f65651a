using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class MissingDependencyPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(TestLearner.Named("missing-dependency", SharedLibrary.Describe()));
    }
}
