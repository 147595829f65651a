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
        Train(learner, environment);
        // Measured: -236 with this seed; -176 to -181 over 100 episodes with the hub's seeds 1 to 5. Random actions: about -1200.
        Assert.That(MeanReturn(learner.Policy), Is.GreaterThanOrEqualTo(-300));
    }

    private static DiscretizeAction Discretized(int count) => new(new Pendulum(count), new());

    private static void Train(DqnLearner learner, DiscretizeAction environment)
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

    // Every episode lasts 200 steps.
    private static double MeanReturn(IPolicy policy)
    {
        using var environment = Discretized(Episodes);
        var arena = new StepArena(environment);
        environment.Reset([.. Enumerable.Range(100, Episodes).Select(seed => (ulong)seed)], arena.Observations);
        double sum = 0;
        for (int step = 0; step < 200; step++)
        {
            policy.Act(0, arena.Observations, arena.Actions);
            environment.Step(arena.Actions, arena.Buffers);
            foreach (double reward in arena.Rewards) sum += reward;
        }
        return sum / Episodes;
    }
}
