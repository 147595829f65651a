using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class DuplicateIdPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(TestLearner.Named("duplicate-learner"));
    }
}
