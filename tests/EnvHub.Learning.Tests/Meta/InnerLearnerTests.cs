namespace EnvHub.Learning.Tests;

/// <summary>Against hand computation: <c>Q(s) = w₂w₁s</c> at θ = (1, 2), one action, γ = 1/2, loss <c>½(Q - y)²</c>, SGD of rate 0.1. Each step goes from
/// s = 1 to s′ = 1.</summary>
public class InnerLearnerTests
{
    private static ParameterVector Theta => HandMade.Backend.VectorOf(1, 2);

    [Test]
    public void Learn_OneUpdate_IsQLearningFromTheMetaParameters()
    {
        using var learner = Adapted();
        // Reward 5: y = 5 + ½·2 = 6, e = 2 - 6 = -4, g = e·(w₂, w₁) = (-8, -4), φ = θ - 0.1·g.
        Assert.That(learner.Network.Parameters.ToArray(), Is.EqualTo(new[] { 1.8f, 2.4f }).Within(1e-6));
    }

    [Test]
    public void QueryGradients_AfterAdaptation_BootstrapFromTheAdaptedNetwork()
    {
        using var learner = Adapted();
        learner.BeginQuery();
        Observe(learner, reward: 1);
        // Q = 4.32, y = 1 + ½·4.32 = 3.16 (from θ it would be 2), e = 1.16, g = e·(2.4, 1.8).
        Assert.That(learner.QueryGradients(batches: 2)!.ToArray(), Is.EqualTo(new[] { 2.784f, 2.088f }).Within(1e-5));
    }

    [Test]
    public void QueryGradients_NothingObserved_AreNone()
    {
        using var learner = Adapted();
        learner.BeginQuery();
        Assert.That(learner.QueryGradients(batches: 1), Is.Null);
    }

    [Test]
    public void Follow_ThetaMoved_MovesTheAdaptedNetworkAsFarAndNotItsTarget()
    {
        using var learner = Adapted();
        learner.BeginQuery();
        Observe(learner, reward: 1);
        learner.Follow(Theta, HandMade.Backend.VectorOf(0.2f, 2.6f));
        Assert.That(learner.Network.Parameters.ToArray(), Is.EqualTo(new[] { 1f, 3f }).Within(1e-6));
        // Q = 3, y = 3.16 as before, e = -0.16, g = e·(3, 1).
        Assert.That(learner.QueryGradients(batches: 1)!.ToArray(), Is.EqualTo(new[] { -0.48f, -0.16f }).Within(1e-5));
    }

    private static InnerLearner Adapted()
    {
        TaskSpec task = new()
        {
            Name = "loop",
            Environment = new EnvironmentSpec
            {
                Id = EnvironmentId.Parse("Loop"), ObservationSpace = BoxSpace.Uniform(-1, 1, 1), ActionSpace = new DiscreteSpace(1),
            },
        };
        LearnerContext context = new() { Tasks = [task], Copies = 1, TotalSteps = 10, Random = new RandomStreams(1), Networks = new LinearBackend() };
        QLearningOptions options = new()
        {
            NStep = 1, Discount = 0.5, HuberDelta = 100, MaxGradientNorm = null, NormalizeReturns = false, BatchSize = 4, BufferCapacity = 8,
            LearningStarts = 0, TrainFrequency = 1, LearningRate = 0.1, LearningRateEnd = null, Optimizer = new() { Kind = OptimizerKind.Sgd }, Network = new() { Hidden = [1] },
        };
        var learner = new InnerLearner(context, 0, options, steps: 10);
        learner.Begin(Theta);
        Observe(learner, reward: 5);
        learner.Learn();
        return learner;
    }

    private static void Observe(InnerLearner learner, double reward) => learner.Observe(new TransitionBatch
    {
        Observations = [1], Actions = (int[])[0], Rewards = [reward], NextObservations = [1], Terminated = [false], Truncated = [false],
    });
}
