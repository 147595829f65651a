using EnvHub.Learning;

namespace EnvHub.Plugins.Distillation;

/// <summary>Registers <c>distillation</c>.</summary>
public sealed class DistillationPlugin : IHubPlugin
{
    private static readonly LearnerProfile Profile = new(
        "distillation", "One student taught by the policies of earlier stages: a trunk of any size, a head per task.",
        LearnerScope.MultiTask, SourceUse.Required);

    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub) => hub.AddLearner<DistillationOptions>(
        Profile, static (context, options) => new DistillationLearner(context, options), DiscreteActions.Refusal,
        static (stage, options) => options.Refusal(stage), static (tasks, options) => options.Network.ToSpec(tasks));
}
