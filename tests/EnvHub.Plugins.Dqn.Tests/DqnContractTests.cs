namespace EnvHub.Plugins.Dqn.Tests;

public class DqnContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.SingleTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new DqnLearner(context, new DqnOptions
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, Network = new() { Hidden = [24, 16] }, TargetUpdate = new() { Interval = 20 },
    });
}
