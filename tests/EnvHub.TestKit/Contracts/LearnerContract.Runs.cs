using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <content>The tasks that learners are driven with, and the driving.</content>
public abstract partial class LearnerContract
{
    private Run Start(ulong seed)
    {
        IReadOnlyList<TaskSpec> tasks = Scope == LearnerScope.SingleTask ? [FourNumbers]
            : NeedsLikeTasks ? [FourNumbers, FourNumbers with { Name = "four-others" }, FourNumbers with { Name = "four-more" }]
            : [FourNumbers, OneOfFive, TwoNumbers];
        var learner = Create(new LearnerContext
        {
            Tasks = tasks, Copies = Copies, TotalSteps = 4L * Copies * (WarmUpRounds + Rounds), Random = new RandomStreams(seed), Networks = Networks,
        });
        return new Run(learner, tasks, [.. tasks.Select((task, index) => new SyntheticTask(task, Copies, (ulong)index))]);
    }

    private static TaskSpec FourNumbers { get; } = Task("four-numbers", BoxSpace.Uniform(-1, 1, 4), 2, new([0, 0, 0, 1], [1, 2, 3, 4]));

    private static TaskSpec OneOfFive { get; } = Task("one-of-five", new DiscreteSpace(5), 2, scaling: null);

    private static TaskSpec TwoNumbers { get; } = Task("two-numbers", BoxSpace.Uniform(-1, 1, 2), 3, scaling: null);

    private static TaskSpec Task(string name, Space observations, int actions, ObservationScaling? scaling) => new()
    {
        Name = name,
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse(name), ObservationSpace = observations, ActionSpace = new DiscreteSpace(actions), ObservationScaling = scaling,
        },
    };

    private sealed record Run(ILearner Learner, IReadOnlyList<TaskSpec> Tasks, IReadOnlyList<SyntheticTask> Feeds) : IDisposable
    {
        public LearnReport Advance(int rounds) => Advance(Learner, Feeds, rounds);

        public static LearnReport Advance(ILearner learner, IReadOnlyList<SyntheticTask> feeds, int rounds)
        {
            LearnReport report = default;
            for (int round = 0; round < rounds; round++)
            {
                for (int task = 0; task < feeds.Count; task++)
                {
                    learner.Act(task, feeds[task].Observations, feeds[task].Actions);
                    learner.Observe(task, feeds[task].Step());
                }
                report = learner.Learn();
            }
            return report;
        }

        public InMemoryCheckpoint State()
        {
            var state = new InMemoryCheckpoint();
            Learner.Save(state);
            return state;
        }

        public float[] Values(IReadOnlyList<SyntheticTask> feeds) => [.. feeds.SelectMany((feed, task) =>
        {
            var values = new float[Copies * Learner.Policy.ActionCount(task)];
            Learner.Policy.ActionValues(task, feed.Observations, values);
            return values;
        })];

        public TransitionBatch Transitions(double[]? rewards = null, float[]? next = null)
        {
            var last = Feeds[0].Transitions;
            return new()
            {
                Observations = last.Observations,
                Actions = last.Actions,
                Rewards = rewards is null ? last.Rewards : rewards,
                NextObservations = next is null ? last.NextObservations : next,
                Terminated = last.Terminated,
                Truncated = last.Truncated,
            };
        }

        public void Dispose() => Learner.Dispose();
    }
}
