using EnvHub.Envs.ClassicControl;
using EnvHub.Networks;
using EnvHub.Numerics;
using EnvHub.Plugins.Dqn;

namespace EnvHub.Plugins.Wrappers.Tests;

[Category("Learning")]
public class PendulumLearningTests
{
    private const int Steps = 20_000, Episodes = 20;

    [Test]
    public void Dqn_DiscretizedActions_SwingsUpPendulum()
    {
        using var environment = Discretized(1);
        using var learner = new DqnLearner(
            new LearnerContext
            {
                Tasks = [new TaskSpec { Name = "Pendulum-v1", Environment = environment.Spec }], Copies = 1, TotalSteps = Steps,
                Random = new RandomStreams(1).Scope("learner"), Networks = new EmbeddedBackend(),
            },
            new DqnOptions());
        TrainingLoop.Run(learner, environment, [1], Steps);
        using var played = Discretized(Episodes);
        ulong[] seeds = [.. Enumerable.Range(100, Episodes).Select(seed => (ulong)seed)];
        // Measured: -236 with this seed; -176 to -181 over 100 episodes with the hub's seeds 1 to 5. Random actions: about -1200.
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, played, seeds), Is.GreaterThanOrEqualTo(-300));
    }

    private static DiscretizeAction Discretized(int count) => new(new Pendulum(count), new());
}
