namespace EnvHub.Plugins.FineTune.Tests;

/// <summary>What an earlier stage learned: a small multi-task network after some rounds of its tasks.</summary>
internal static class Pretrained
{
    private const int Copies = 2, Rounds = 120;

    public static QNetworkOptions Shape { get; } = new() { Hidden = [24, 16] };

    public static LearnerSource On(IReadOnlyList<TaskSpec> tasks, QNetworkOptions? shape = null)
    {
        SyntheticTask[] feeds = [.. tasks.Select((task, index) => new SyntheticTask(task, Copies, (ulong)index + 50))];
        using var learner = new MultiTaskDqnLearner(
            new() { Tasks = tasks, Copies = Copies, TotalSteps = Rounds * Copies, Random = new RandomStreams(99), Networks = new EmbeddedBackend() },
            new() { LearningStarts = 30, BatchSize = 16, BufferCapacity = 200, Network = shape ?? Shape });
        for (int round = 0; round < Rounds; round++)
        {
            for (int task = 0; task < tasks.Count; task++)
            {
                learner.Act(task, feeds[task].Observations, feeds[task].Actions);
                learner.Observe(task, feeds[task].Step());
            }
            learner.Learn();
        }
        return Of(learner, tasks, "pretrain", tasks.Select(_ => 100.0));
    }

    /// <summary>What the host gives of a stage that ended.</summary>
    public static LearnerSource Of(ILearner learner, IReadOnlyList<TaskSpec> tasks, string stage, IEnumerable<double> returns)
    {
        var (weights, state) = (new MemoryCheckpoint(), new MemoryCheckpoint());
        learner.Policy.Save(weights);
        learner.Save(state);
        return new()
        {
            Stage = stage, Tasks = tasks, Policy = learner.Policy, Weights = weights, OpenState = () => state, Returns = [.. returns], TotalSteps = 0,
        };
    }
}
