namespace EnvHub.Plugins.Dqn.Tests;

[Category("Learning")]
public class ChainTests
{
    private const int Steps = 6_000;

    [TestCase(true, LossKind.Huber)]
    [TestCase(false, LossKind.Mse)]
    public void Dqn_Chain_LearnsTheOptimalValues(bool doubleQ, LossKind loss)
    {
        var chain = new Chain(5, seed: 1);
        using var learner = new DqnLearner(Context(chain), ForChains(new DqnOptions()) with { DoubleQ = doubleQ, Loss = loss });
        Learn(learner, chain);
        Assert.That(chain.LearnedValues(learner.Policy, 0), Is.EqualTo(chain.OptimalValues).Within(0.02));
    }

    // Unequal chances are made good by the weights: the same values.
    [Test]
    public void Dqn_ChainByPriorities_LearnsTheOptimalValues()
    {
        var chain = new Chain(5, seed: 1);
        using var learner = new DqnLearner(Context(chain), ForChains(new DqnOptions()) with { PrioritizedReplay = new() });
        Learn(learner, chain);
        Assert.That(chain.LearnedValues(learner.Policy, 0), Is.EqualTo(chain.OptimalValues).Within(0.02));
    }

    [Test]
    public void MultiTaskDqn_TwoChains_LearnsTheOptimalValuesOfBoth()
    {
        Chain[] chains = [new Chain(4, seed: 1), new Chain(6, seed: 2)];
        using var learner = new MultiTaskDqnLearner(Context(chains), ForChains(new MultiTaskDqnOptions()));
        Learn(learner, chains);
        for (int task = 0; task < chains.Length; task++)
            Assert.That(chains[task].LearnedValues(learner.Policy, task), Is.EqualTo(chains[task].OptimalValues).Within(0.02));
    }

    // Always random: Q-learning is off-policy, so it finds Q* all the same. One step, because n-step sums are of the acting policy.
    private static T ForChains<T>(T options) where T : QLearningOptions => (T)((QLearningOptions)options with
    {
        Discount = Chain.Discount, ExplorationEnd = 1, NStep = 1, LearningStarts = 100, TrainFrequency = 1, BatchSize = 32,
        TargetUpdate = new() { Interval = 50 }, Network = new() { Hidden = [32], LayerNorm = false }, NormalizeReturns = false,
    });

    private static LearnerContext Context(params Chain[] chains) => new()
    {
        Tasks = [.. chains.Select(chain => chain.Task)], Copies = 1, TotalSteps = Steps, Random = new RandomStreams(1), Networks = new EmbeddedBackend(),
    };

    private static void Learn(ILearner learner, params Chain[] chains)
    {
        for (int step = 0; step < Steps; step++)
        {
            for (int task = 0; task < chains.Length; task++) chains[task].Step(learner, task);
            learner.Learn();
        }
    }
}
