using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Dqn.Tests;

[Category("Learning")]
public class PqnLearningTests
{
    private const int Copies = 32, Episodes = 20;

    // Always random, and λ = 0, so that targets are of the best actions and not of those that were taken. Every third step truncates, which bootstraps.
    [Test]
    public void Pqn_TwoChains_LearnsTheOptimalValuesOfBoth()
    {
        const int Steps = 12_000;
        Chain[] chains = [new Chain(4, seed: 1), new Chain(6, seed: 2)];
        using var learner = new PqnLearner(
            new() { Tasks = [.. chains.Select(chain => chain.Task)], Copies = 1, TotalSteps = Steps, Random = new RandomStreams(1), Networks = new EmbeddedBackend() },
            new() { Discount = Chain.Discount, Lambda = 0, ExplorationEnd = 1, RolloutSteps = 64, Epochs = 4, Minibatches = 2, LearningRate = 3e-3, NormalizeReturns = false, Network = new() { Hidden = [32] } });
        for (int step = 0; step < Steps; step++)
        {
            for (int task = 0; task < chains.Length; task++) chains[task].Step(learner, task);
            learner.Learn();
        }
        for (int task = 0; task < chains.Length; task++)
            Assert.That(chains[task].LearnedValues(learner.Policy, task), Is.EqualTo(chains[task].OptimalValues).Within(0.03));
    }

    [Test]
    public void Pqn_DefaultSettings_SolvesCartPole()
    {
        const int Steps = 500_000;
        var streams = new RandomStreams(1);
        using var environment = new CartPole(Copies);
        using var learner = new PqnLearner(new()
        {
            Tasks = [new TaskSpec { Name = "CartPole-v1", Environment = environment.Spec }], Copies = Copies, TotalSteps = Steps,
            Random = streams.Scope("learner"), Networks = new EmbeddedBackend(),
        }, new());
        TrainingLoop.Run(learner, environment, TrainingLoop.Seeds(streams, Copies), Steps / Copies);
        using var played = new CartPole(Episodes);
        // Measured over 100 episodes: 500 with each of seeds 101 to 110.
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, played, TrainingLoop.Seeds(new RandomStreams(2), Episodes)), Is.GreaterThanOrEqualTo(450));
    }

    [Test]
    public void Pqn_OnlyOneActionIsPossible_PlaysWithoutAFault()
    {
        using var learner = new PqnLearner(new() { Tasks = [Gate.Task], Copies = 2, TotalSteps = 100_000, Random = new RandomStreams(1), Networks = new EmbeddedBackend() },
            new() { RolloutSteps = 16, Minibatches = 2, LearningRateEnd = null, Network = new() { Hidden = [16] } });
        using IVectorEnvironment training = Gate.Copies(2), evaluation = Gate.Copies(5);
        Gate.Faults = 0;
        TrainingLoop.Run(learner, training, [1, 2], 4000);
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, evaluation, [3, 4, 5, 6, 7]), Is.EqualTo(Gate.Length));
        Assert.That(Gate.Faults, Is.Zero);
    }

    [TestCase(4, 8, 1_000, "cannot be split into 64 minibatches")]
    [TestCase(4, 32, 100, "nothing would be learned")]
    public void Refusal_RolloutThatCannotBe_SaysWhy(int copies, int rolloutSteps, int steps, string expected)
    {
        var options = new PqnOptions { RolloutSteps = rolloutSteps, Minibatches = 64 };
        Assert.That(options.Refusal(new StageSpec([Gate.Task], []) { Copies = copies, Steps = steps }), Does.Contain(expected));
    }
}
