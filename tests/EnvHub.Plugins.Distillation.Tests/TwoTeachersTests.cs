using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Distillation.Tests;

[Category("Learning")]
public class TwoTeachersTests
{
    private const int Steps = 6_000, Episodes = 20;

    // Pushes towards where the pole falls, and away from the track's ends.
    private static readonly RuleTeacher.Rule CartPoleRule = static (observation, action) =>
        (action == 1 ? 1 : -1) * (0.05f * observation[0] + 0.1f * observation[1] + observation[2] + 0.5f * observation[3]);

    // Pushes the way that the car moves.
    private static readonly RuleTeacher.Rule MountainCarRule = static (observation, action) => (action - 1) * 20 * observation[1];

    [Test]
    public void Distillation_RulesOfTwoTasks_OneSmallStudentPlaysBothAsWell()
    {
        TaskRollout[] tasks = [new(count => new CartPole(count), CartPoleRule), new(count => new MountainCar(count), MountainCarRule)];
        using var learner = new DistillationLearner(
            new LearnerContext
            {
                Tasks = [.. tasks.Select(task => task.Spec)], Copies = 1, TotalSteps = Steps, Random = new RandomStreams(1), Networks = new EmbeddedBackend(),
                Sources = [.. tasks.Select(task => task.Source)],
            },
            new DistillationOptions { TrainFrequency = 1, LearningStarts = 200, Network = new() { Hidden = [32, 32] } });
        for (int step = 0; step < Steps; step++)
        {
            for (int task = 0; task < tasks.Length; task++) tasks[task].Round(learner, task);
            learner.Learn();
        }
        for (int task = 0; task < tasks.Length; task++)
        {
            double random = tasks[task].Spec.Environment.ReferenceScores!.Random, teacher = tasks[task].MeanReturn(tasks[task].Source.Policy, 0);
            double share = (tasks[task].MeanReturn(learner.Policy, task) - random) / (teacher - random);
            // Measured: 1.00 of 500 and 1.17 of -114.
            Assert.That(share, Is.GreaterThanOrEqualTo(0.9), tasks[task].Spec.Name);
        }
    }

    private sealed class TaskRollout
    {
        private readonly Func<int, IVectorEnvironment> _create;
        private readonly IVectorEnvironment _environment;
        private readonly StepArena _arena;
        private readonly float[] _acted;

        public TaskRollout(Func<int, IVectorEnvironment> create, RuleTeacher.Rule rule)
        {
            (_create, _environment) = (create, create(1));
            (_arena, _acted) = (new(_environment), new float[_environment.Spec.ObservationSpace.ElementSize]);
            Spec = new() { Name = _environment.Spec.Id.ToString(), Environment = _environment.Spec };
            Source = Sources.Of(Spec, rule);
            _environment.Reset([11], _arena.Observations);
        }

        public TaskSpec Spec { get; }

        public LearnerSource Source { get; }

        public void Round(DistillationLearner learner, int task)
        {
            _arena.Observations.CopyTo(_acted);
            learner.Act(task, _acted, _arena.Actions);
            _environment.Step(_arena.Actions, _arena.Buffers);
            learner.Observe(task, new TransitionBatch
            {
                Observations = _acted, Actions = _arena.Actions, Rewards = _arena.Rewards, NextObservations = _arena.FinalObservations,
                Terminated = _arena.Terminated, Truncated = _arena.Truncated,
            });
        }

        // The first episode of each copy.
        public double MeanReturn(IPolicy policy, int task)
        {
            using var environment = _create(Episodes);
            var arena = new StepArena(environment);
            environment.Reset([.. Enumerable.Range(100, Episodes).Select(seed => (ulong)seed)], arena.Observations);
            var (returns, over) = (new double[Episodes], new bool[Episodes]);
            while (over.Contains(false))
            {
                policy.Act(task, arena.Observations, arena.Actions);
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
}
