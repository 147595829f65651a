namespace EnvHub.Plugins.MetaLearning.Tests;

/// <summary>What every learner owes the hub. 900 steps are taken before the learner is saved: inner loops of 240 or 300 steps are in their midst.</summary>
public abstract class MetaLearnerContractTests : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.MultiTask;

    protected override bool NeedsLikeTasks => true;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();
}
