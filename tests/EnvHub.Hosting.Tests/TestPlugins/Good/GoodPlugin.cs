using EnvHub.Contracts;

namespace EnvHub.TestPlugins;

public sealed class GoodPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        hub.Add(new EnvironmentRegistration(EnvironmentId.Parse("Good-v1"), typeof(GoodSettings), _ => throw new NotSupportedException(), (_, _) => throw new NotSupportedException()));
        hub.Add(TestLearner.Named("good-learner"));
    }
}
