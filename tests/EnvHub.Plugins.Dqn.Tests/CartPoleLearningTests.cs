using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Dqn.Tests;

[Category("Learning")]
public class CartPoleLearningTests
{
    private const int Steps = 40_000, Episodes = 20;

    [Test]
    public void Dqn_DefaultSettings_SolvesCartPole()
    {
        var streams = new RandomStreams(1);
        using var environment = new CartPole(1);
        using var learner = new DqnLearner(
            new LearnerContext
            {
                Tasks = [new TaskSpec { Name = "CartPole-v1", Environment = environment.Spec }], Copies = 1, TotalSteps = Steps,
                Random = streams.Scope("learner"), Networks = new EmbeddedBackend(),
            },
            new DqnOptions());
        TrainingLoop.Run(learner, environment, TrainingLoop.Seeds(streams, 1), Steps);
        using var played = new CartPole(Episodes);
        // Measured over 100 episodes: 500 with this seed; 477 to 500 with seeds 1 to 6.
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, played, TrainingLoop.Seeds(new RandomStreams(2), Episodes)), Is.GreaterThanOrEqualTo(450));
    }
}
