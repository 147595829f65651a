namespace EnvHub.TestPlugins;

/// <summary>Registers <c>policy-gradient</c>.</summary>
public sealed class PolicyGradientPlugin : IHubPlugin
{
    public void Configure(IHubPluginBuilder hub) => hub.Add(new LearnerRegistration(
        "policy-gradient", "Proximal policy optimisation: a Gaussian or categorical actor, a critic.", LearnerScope.SingleTask, typeof(PolicyGradientOptions),
        static (context, options) => new PolicyGradientLearner(context, (PolicyGradientOptions)options))
    {
        Refusal = static task => ActionHead.Refusal(task.Environment.ActionSpace),
        PolicyType = typeof(ActorPolicy),
    });
}
