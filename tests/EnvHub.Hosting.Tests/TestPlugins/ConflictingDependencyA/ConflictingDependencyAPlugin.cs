using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class ConflictingDependencyAPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(TestLearner.Named("library-in-a", SharedLibrary.Describe()));
    }
}
