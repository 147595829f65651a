namespace EnvHub.Plugins.Distillation.Tests;

[TestFixture(DistillationLossKind.Kl, MixingUnit.Step, false)]
[TestFixture(DistillationLossKind.CrossEntropy, MixingUnit.Episode, false)]
[TestFixture(DistillationLossKind.Mse, MixingUnit.Step, true)]
public class DistillationContractTests(DistillationLossKind kind, MixingUnit unit, bool rl) : LearnerContract
{
    protected override LearnerScope Scope => LearnerScope.MultiTask;

    protected override INetworkBackend Networks { get; } = new EmbeddedBackend();

    protected override ILearner Create(LearnerContext context) => new DistillationLearner(Sources.WithTeachers(context), new DistillationOptions
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, Network = new() { Hidden = [24, 16] }, TargetUpdate = new() { Interval = 20 },
        Distillation = new() { Kind = kind }, Data = new() { Per = unit }, Rl = rl,
    });
}
