using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class CollidingPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(TestLearner.Named("own-learner"));
        hub.Add(TestLearner.Named("good-learner"));
    }
}
