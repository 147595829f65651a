namespace EnvHub.Plugins.Distillation.Tests;

/// <summary>Small tasks and rounds for tests of who acts and what is learned.</summary>
internal static class Play
{
    public static TaskSpec Task(string name, int elements = 2, int actions = 3, ReferenceScores? references = null) => new()
    {
        Name = name,
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse(name), ObservationSpace = BoxSpace.Uniform(-1, 1, elements), ActionSpace = new DiscreteSpace(actions),
            ReferenceScores = references,
        },
    };

    public static LearnerContext Context(TaskSpec task, params LearnerSource[] sources) => new()
    {
        Tasks = [task], Copies = 4, TotalSteps = 4000, Random = new RandomStreams(3), Networks = new EmbeddedBackend(), Sources = sources,
    };

    /// <summary>Per round, the actions that were taken and the student's greedy ones, shape <c>[N]</c>.</summary>
    public static IEnumerable<(int[] Taken, int[] Student)> Rounds(DistillationLearner learner, TaskSpec task, int rounds)
    {
        var feed = new SyntheticTask(task, 4, seed: 5);
        for (int round = 0; round < rounds; round++)
        {
            var student = new int[4];
            learner.Policy.Act(0, feed.Observations, student);
            learner.Act(0, feed.Observations, feed.Actions);
            int[] taken = feed.Actions.ToArray();
            learner.Observe(0, feed.Step());
            learner.Learn();
            yield return (taken, student);
        }
    }

    public static void Run(DistillationLearner learner, TaskSpec task, int rounds)
    {
        foreach (var _ in Rounds(learner, task, rounds)) { }
    }
}
