using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <content>The tasks that learners are driven with, and the driving.</content>
public abstract partial class LearnerContract
{
    /// <summary>What the learner is driven with: tasks of random observations, rewards and ends. Override where it takes others alone, such as
    /// discrete observations; one task for <see cref="LearnerScope.SingleTask"/>.</summary>
    protected virtual IReadOnlyList<TaskSpec> Tasks => Scope == LearnerScope.SingleTask ? [FourNumbers]
        : NeedsLikeTasks ? [FourNumbers, FourNumbers with { Name = "four-others" }, FourNumbers with { Name = "four-more" }]
        : [FourNumbers, OneOfFive, TwoNumbers];

    /// <summary>A task for <see cref="Tasks"/>.</summary>
    /// <param name="observations">A box, of which [-1, 1] is drawn, or a discrete space.</param>
    protected static TaskSpec TaskOf(string name, Space observations, int actions) => Task(name, observations, actions, scaling: null);

    private Run Start(ulong seed, bool hasMasks = false)
    {
        IReadOnlyList<TaskSpec> tasks = hasMasks ? [.. Tasks.Select(task => task with { Environment = task.Environment with { HasActionMasks = true } })] : Tasks;
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
        public void Advance(int rounds) => Advance(Learner, Feeds, rounds);

        public static void Advance(ILearner learner, IReadOnlyList<SyntheticTask> feeds, int rounds)
        {
            for (int round = 0; round < rounds; round++)
            {
                for (int task = 0; task < feeds.Count; task++)
                {
                    learner.Act(task, feeds[task].ObservationBatch, feeds[task].ActionBuffer);
                    learner.Observe(task, feeds[task].Step());
                }
                learner.Learn();
            }
        }

        public static double[] MeasuresOf(ILearner learner, int tasks)
        {
            var values = new double[learner.Measures.Sum(measure => measure.CountFor(tasks))];
            learner.Measure(values);
            return values;
        }

        public double? Measure(string name) => Learner.Measured(name, Tasks.Count);

        public InMemoryCheckpoint State()
        {
            var state = new InMemoryCheckpoint();
            Learner.Save(state);
            return state;
        }

        /// <summary>All that the policy tells of what the feeds show: its actions, and the values or probabilities of all actions where it has them.</summary>
        public float[] Values(IReadOnlyList<SyntheticTask> feeds) => [.. feeds.SelectMany((feed, task) => (float[])[.. ActionsOf(feed, task), .. NumbersOf(feed, task)])];

        private float[] ActionsOf(SyntheticTask feed, int task)
        {
            var space = Tasks[task].Environment.ActionSpace;
            var (discrete, elements) = (new int[Copies], new float[Copies * space.ElementSize]);
            if (space is not DiscreteSpace) Learner.Policy.Act(task, feed.ObservationBatch, elements);
            else Learner.Policy.Act(task, feed.ObservationBatch, discrete);
            return space is DiscreteSpace ? [.. discrete.Select(action => (float)action)] : elements;
        }

        private float[] NumbersOf(SyntheticTask feed, int task)
        {
            var numbers = new List<float>();
            if (Learner.Policy is IActionValuePolicy valued)
            {
                var values = new float[Copies * valued.ActionCount(task)];
                valued.ActionValues(task, feed.Observations, values);
                numbers.AddRange(values);
            }
            if (Learner.Policy is IActionProbabilityPolicy random)
            {
                var probabilities = new float[Copies * random.ActionCount(task)];
                random.ActionProbabilities(task, feed.ObservationBatch, probabilities);
                numbers.AddRange(probabilities);
            }
            return [.. numbers];
        }

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
                ActionMasks = last.ActionMasks,
                NextActionMasks = last.NextActionMasks,
            };
        }

        public void Dispose() => Learner.Dispose();
    }
}
