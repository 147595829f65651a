namespace EnvHub.Plugins.MetaLearning.Tests;

public class AnilContractTests : MetaLearnerContractTests
{
    protected override ILearner Create(LearnerContext context) =>
        new MetaLearner(context, FirstOrderMamlContractTests.Small, OuterLoop.Maml(FirstOrderMamlContractTests.Small) with { AdaptsHeadAlone = true });
}
