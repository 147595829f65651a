using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>Registers <c>fine-tune</c> and <c>multitask-fine-tune</c>.</summary>
public sealed class FineTunePlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        Add(hub, "fine-tune", "Deep Q-learning that starts from what an earlier stage learned: each task by itself.", LearnerScope.SingleTask);
        Add(hub, "multitask-fine-tune", "Deep Q-learning of all tasks at once that starts from what earlier stages learned.", LearnerScope.MultiTask);
    }

    private static void Add(IHubPluginBuilder hub, string name, string summary, LearnerScope scope) => hub.AddLearner<FineTuneOptions>(
        new(name, summary, scope, SourceUse.Required),
        static (context, options) => new FineTuneLearner(context, options), DiscreteActions.Refusal, FineTuneStage.Refusal,
        static (tasks, options) => options.Network.ToSpec(tasks));
}
