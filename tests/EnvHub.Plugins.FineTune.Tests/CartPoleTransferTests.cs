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
        Train(source, poles);
        using var longer = new CartPole(Episodes, new CartPoleSettings { HalfLength = 1.5 });
        TaskSpec target = new() { Name = "longer", Environment = longer.Spec };
        using var copied = new FineTuneLearner(Context(target) with { Sources = [Pretrained.Of(source, [known], "pretrain", [500])] }, new());
        using var drawn = new FineTuneLearner(Context(target), new());
        Assert.That(MeanReturn(copied.Policy, longer) - MeanReturn(drawn.Policy, longer), Is.GreaterThanOrEqualTo(200));
    }

    private static LearnerContext Context(TaskSpec task) =>
        new() { Tasks = [task], Copies = 1, TotalSteps = Steps, Random = new RandomStreams(1), Networks = new EmbeddedBackend() };

    private static void Train(ILearner learner, CartPole environment)
    {
        var arena = new StepArena(environment);
        var acted = new float[arena.ElementSize];
        environment.Reset([1], arena.Observations);
        for (int step = 0; step < Steps; step++)
        {
            arena.Observations.CopyTo(acted);
            learner.Act(0, acted, arena.Actions);
            environment.Step(arena.Actions, arena.Buffers);
            learner.Observe(0, new TransitionBatch
            {
                Observations = acted, Actions = arena.Actions, Rewards = arena.Rewards, NextObservations = arena.FinalObservations,
                Terminated = arena.Terminated, Truncated = arena.Truncated,
            });
            learner.Learn();
        }
    }

    // The first episode of each copy.
    private static double MeanReturn(IPolicy policy, CartPole environment)
    {
        var arena = new StepArena(environment);
        environment.Reset([.. Enumerable.Range(0, Episodes).Select(i => (ulong)i)], arena.Observations);
        var (returns, over) = (new double[Episodes], new bool[Episodes]);
        while (over.Contains(false))
        {
            policy.Act(0, arena.Observations, arena.Actions);
            environment.Step(arena.Actions, arena.Buffers);
            for (int i = 0; i < Episodes; i++)
            {
                if (!over[i]) returns[i] += arena.Rewards[i];
                over[i] |= arena.Terminated[i] || arena.Truncated[i];
            }
        }
        return returns.Average();
    }
}
