namespace EnvHub.Plugins.MetaLearning.Tests;

public class ReptileContractTests : MetaLearnerContractTests
{
    protected override ILearner Create(LearnerContext context) => new MetaLearner(context, Small, OuterLoop.Reptile(Small));

    private static ReptileOptions Small { get; } = new() { InnerSteps = 240, LearningStarts = 30, BatchSize = 16, Network = new() { Hidden = [24, 16] } };
}
