using EnvHub.Learning;

namespace EnvHub.Plugins.MultiTaskDqn;

/// <summary>Registers <c>multitask-dqn</c>.</summary>
public sealed class MultiTaskDqnPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) => hub.AddLearner<MultiTaskDqnOptions>(
        "multitask-dqn", "Deep Q-learning of all tasks at once: one trunk, a head and a replay buffer per task.", LearnerScope.MultiTask,
        static (context, options) => new MultiTaskDqnLearner(context, options), DiscreteActions.Refusal);
}
