using EnvHub.Learning;

namespace EnvHub.Plugins.Dqn;

/// <summary>Registers <c>dqn</c>.</summary>
public sealed class DqnPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) => hub.AddLearner<DqnOptions>(
        new("dqn", "Deep Q-learning with a target network: one network per task.", LearnerScope.SingleTask, SourceUse.None),
        static (context, options) => new DqnLearner(context, options), DiscreteActions.Refusal, ReplayCapacity.Refusal,
        static (tasks, options) => options.Network.ToSpec(tasks), QLearningMemory.Predict);
}
