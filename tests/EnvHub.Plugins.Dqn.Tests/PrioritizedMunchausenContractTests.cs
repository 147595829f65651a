namespace EnvHub.Plugins.Dqn.Tests;

public class PrioritizedMunchausenContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.MultiTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new MultiTaskDqnLearner(context, new MultiTaskDqnOptions
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, Network = new() { Hidden = [24, 16] }, TargetUpdate = new() { Interval = 20 }, PrioritizedReplay = new(), Munchausen = new(),
    });
}
