using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>Registers <c>fine-tune</c>.</summary>
public sealed class FineTunePlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) => hub.AddLearner<FineTuneOptions>(
        new("fine-tune", "Deep Q-learning that starts from what an earlier stage learned.", LearnerScope.MultiTask, SourceUse.Required),
        static (context, options) => new FineTuneLearner(context, options), DiscreteActions.Refusal, FineTuneStage.Refusal);
}
