using EnvHub.Learning;

namespace EnvHub.Plugins.Pqn;

/// <summary>Registers <c>pqn</c> and <c>multitask-pqn</c>.</summary>
public sealed class PqnPlugin : IHubPlugin
{
    private const string Single = "pqn", Multi = "multitask-pqn";

    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        Add(hub, new(Single, "Q-learning from many copies at once, without replay and target network: one network per task.", LearnerScope.SingleTask, SourceUse.None));
        Add(hub, new(Multi, "The same of all tasks at once: one trunk, a head per task.", LearnerScope.MultiTask, SourceUse.None));
    }

    private static void Add(IHubPluginBuilder hub, LearnerProfile profile) => hub.AddLearner<PqnOptions>(
        profile, (context, options) => Create(profile, context, options), DiscreteActions.Refusal, static (stage, options) => options.Refusal(stage),
        static (tasks, options) => options.Network.ToSpec(tasks), static (scale, options) => Predict(scale, options));

    private static PqnLearner Create(LearnerProfile profile, LearnerContext context, PqnOptions options)
    {
        if (profile.Scope == LearnerScope.SingleTask) SingleTask.Require(profile.Name, context);
        return new(context, options);
    }

    private static IReadOnlyList<MemoryPart> Predict(LearnerScale scale, PqnOptions options)
    {
        var plan = NetworkPlan.Of(options.Network.ToSpec(scale.Tasks));
        long parameters = plan.Parts.Sum(part => part.ParameterCount);
        return
        [
            .. scale.Tasks.Select(task => new MemoryPart($"rollout of {task.Name}", RolloutBuffer.PredictBytes(options.RolloutSteps, scale.Copies,
                task.Environment.ObservationSpace.FlatSize, options.ActionMasks && task.Environment.HasActionMasks ? DiscreteActions.CountOf(task) : 0))),
            // Weights, gradients, two moments, and those that are written to a file.
            new("networks", 5 * parameters * sizeof(float)),
        ];
    }
}
