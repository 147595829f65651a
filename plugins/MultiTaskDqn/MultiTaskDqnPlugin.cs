using EnvHub.Learning;

namespace EnvHub.Plugins.MultiTaskDqn;

/// <summary>Registers <c>multitask-dqn</c>.</summary>
public sealed class MultiTaskDqnPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) => hub.AddLearner<MultiTaskDqnOptions>(
        new("multitask-dqn", "Deep Q-learning of all tasks at once: one trunk, a head and a replay buffer per task.", LearnerScope.MultiTask, SourceUse.None),
        static (context, options) => new MultiTaskDqnLearner(context, options), DiscreteActions.Refusal,
        static (stage, options) => (options.Network.Heads == HeadSharing.Shared ? SharedHead.Refusal(stage.Tasks) : null) ?? ReplayCapacity.Refusal(stage, options),
        static (tasks, options) => options.Network.ToSpec(tasks), QLearningMemory.Predict);
}
