namespace EnvHub.Plugins.Dqn.Tests;

/// <summary>The learner's other paths: one step, mean squared error, target updates counted in steps, soft, no clipping, raw inputs.</summary>
public class CleanRlContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.SingleTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new DqnLearner(context, PublishedSettings.CleanRl with
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, TargetUpdate = new() { Interval = 50, Unit = TargetUpdateUnit.Steps, Tau = 0.5 },
    });
}
