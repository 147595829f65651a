using EnvHub.Learning;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>Registers <c>reptile</c>, <c>fomaml</c> and <c>anil</c>.</summary>
public sealed class MetaLearningPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        hub.AddLearner<ReptileOptions>(
            Profile("reptile", "Finds an initialisation from which the members of a family are learned fast: moves it to where their learning leads."),
            static (context, options) => new MetaLearner(context, options, OuterLoop.Reptile(options)), DiscreteActions.Refusal,
            static (stage, options) => MetaStage.Refusal(stage, options, OuterLoop.Reptile(options).Steps),
            static (tasks, options) => (options.Network with { Heads = HeadSharing.Shared }).ToSpec(tasks));
        hub.AddLearner<MamlOptions>(
            Profile("fomaml", "First-order MAML: moves the initialisation along the gradients of the members after they have adapted."),
            static (context, options) => new MetaLearner(context, options, OuterLoop.Maml(options)), DiscreteActions.Refusal,
            static (stage, options) => MetaStage.Refusal(stage, options, OuterLoop.Maml(options).Steps),
            static (tasks, options) => (options.Network with { Heads = HeadSharing.Shared }).ToSpec(tasks));
        hub.AddLearner<MamlOptions>(
            Profile("anil", "First-order MAML whose members adapt the head alone and share the trunk."),
            static (context, options) => new MetaLearner(context, options, OuterLoop.Maml(options) with { AdaptsHeadAlone = true }),
            DiscreteActions.Refusal, static (stage, options) => MetaStage.Refusal(stage, options, OuterLoop.Maml(options).Steps),
            static (tasks, options) => (options.Network with { Heads = HeadSharing.Shared }).ToSpec(tasks));
    }

    private static LearnerProfile Profile(string name, string summary) => new(name, summary, LearnerScope.MultiTask, SourceUse.None);
}
