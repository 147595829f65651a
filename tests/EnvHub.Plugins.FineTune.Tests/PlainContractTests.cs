namespace EnvHub.Plugins.FineTune.Tests;

/// <summary>The defaults, on one task, with another's weights: copy all, hold nothing; target updates counted in steps.</summary>
public class PlainContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.SingleTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new FineTuneLearner(context with { Sources = [Pretrained.On(context.Tasks)] }, new()
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, Network = Pretrained.Shape, Head = HeadStart.New, ExplorationStart = 0.3,
        TargetUpdate = new() { Interval = 50, Unit = TargetUpdateUnit.Steps, Tau = 0.5 },
    });
}
