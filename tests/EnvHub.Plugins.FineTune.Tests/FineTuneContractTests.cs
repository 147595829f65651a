namespace EnvHub.Plugins.FineTune.Tests;

/// <summary>Every term at once: freezing that ends while the test runs, a slower trunk, both penalties, rehearsal and a teacher.</summary>
public class FineTuneContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.MultiTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new FineTuneLearner(context with { Sources = [Pretrained.On(context.Tasks)] }, new()
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, Network = Pretrained.Shape, TargetUpdate = new() { Interval = 20 },
        Head = HeadStart.New, Freeze = ["trunk.0"], FreezeSteps = 950, TrunkLearningRateFactor = 0.5, CopiedPenalty = 1e-3, NewPenalty = 1e-3,
        SourceWeight = 0.5, Teacher = new() { Weight = new() { Start = 1, End = 1, Fraction = 1, ByScore = true, RandomReturns = context.Tasks.ToDictionary(task => task.Name, _ => 0.0) } },
    });
}
