using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.FineTune.Tests;

[Category("Learning")]
public class CartPoleTransferTests
{
    private const int Steps = 30_000, Episodes = 20;

    // Measured: the source returns 500 with this seed, its copy 300 to 500 on the longer pole, a network as drawn 9 to 40.
    [Test]
    public void Policy_CopiedFromCartPole_BalancesALongerPoleBeforeItLearns()
    {
        using var poles = new CartPole(1);
        TaskSpec known = new() { Name = "CartPole-v1", Environment = poles.Spec };
        using var source = new MultiTaskDqnLearner(Context(known), new());
        TrainingLoop.Run(source, poles, [1], Steps);
        using var longer = new CartPole(Episodes, new CartPoleSettings { HalfLength = 1.5 });
        TaskSpec target = new() { Name = "longer", Environment = longer.Spec };
        using var copied = new FineTuneLearner(Context(target) with { Sources = [Pretrained.Of(source, [known], "pretrain", [500])] }, new());
        using var drawn = new FineTuneLearner(Context(target), new());
        ulong[] seeds = [.. Enumerable.Range(0, Episodes).Select(i => (ulong)i)];
        Assert.That(TrainingLoop.MeanReturn(copied.Policy, longer, seeds) - TrainingLoop.MeanReturn(drawn.Policy, longer, seeds), Is.GreaterThanOrEqualTo(200));
    }

    private static LearnerContext Context(TaskSpec task) =>
        new() { Tasks = [task], Copies = 1, TotalSteps = Steps, Random = new RandomStreams(1), Networks = new EmbeddedBackend() };
}
