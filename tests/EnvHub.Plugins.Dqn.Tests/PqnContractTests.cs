namespace EnvHub.Plugins.Dqn.Tests;

public class PqnContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.SingleTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new PqnLearner(context, Small);

    internal static PqnOptions Small { get; } = new() { RolloutSteps = 7, Epochs = 2, Minibatches = 4, Network = new() { Hidden = [24, 16] } };
}

public class MultiTaskPqnContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.MultiTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new PqnLearner(context, PqnContractTests.Small with { Loss = LossKind.Huber, MaxGradientNorm = null });
}
