using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class ConflictingDependencyBPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(TestLearner.Named("library-in-b", SharedLibrary.Describe()));
    }
}
