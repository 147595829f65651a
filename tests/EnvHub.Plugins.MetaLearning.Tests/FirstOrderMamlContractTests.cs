namespace EnvHub.Plugins.MetaLearning.Tests;

public class FirstOrderMamlContractTests : MetaLearnerContractTests
{
    protected override ILearner Create(LearnerContext context) => new MetaLearner(context, Small, OuterLoop.Maml(Small));

    internal static MamlOptions Small { get; } = new()
    {
        InnerSteps = 200, QuerySteps = 100, MetaUpdates = 2, LearningStarts = 30, BatchSize = 16, Network = new() { Hidden = [24, 16] },
    };
}
