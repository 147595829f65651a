using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>A learner among its environments, round by round. A round allocates nothing that the learner or an environment does not.</summary>
internal sealed class TrialLoop : IDisposable
{
    private readonly int _copies;

    public TrialLoop(Trial trial)
    {
        var random = new RandomStreams(trial.Seed);
        _copies = trial.Stage.Copies;
        Tasks = new TaskLoop[trial.Tasks.Count];
        try
        {
            for (int i = 0; i < Tasks.Length; i++) Tasks[i] = new TaskLoop(i, trial.Tasks[i], _copies, random);
            Learner = LearnerFactory.Create(trial, random);
        }
        catch
        {
            foreach (var task in Tasks) task?.Dispose();   // null: never made
            throw;
        }
    }

    /// <summary>By the learner's numbers.</summary>
    public TaskLoop[] Tasks { get; }

    public ILearner Learner { get; }

    /// <summary>Of the last round.</summary>
    public LearnReport Report { get; private set; } = new(0, float.NaN, float.NaN, float.NaN, float.NaN);

    /// <summary>Steps of each task, all copies together.</summary>
    public long Steps { get; private set; }

    /// <summary>Writes what the policy needs to play: its weights, and the statistics that its tasks' wrappers have gathered.</summary>
    public void SaveWeights(ICheckpointWriter writer)
    {
        Learner.Policy.Save(writer);
        for (int i = 0; i < Tasks.Length; i++) Tasks[i].Environment.Save(writer, i);
    }

    /// <summary>Takes what <see cref="SaveWeights"/> wrote.</summary>
    public void LoadWeights(ICheckpointReader reader)
    {
        Learner.Policy.Load(reader);
        for (int i = 0; i < Tasks.Length; i++) Tasks[i].Environment.Load(reader, i);
    }

    /// <summary>The returns of an evaluation of one task, as the learner is now.</summary>
    public double[] Evaluate(PolicyEvaluator evaluator, int task, CancellationToken cancellation)
    {
        evaluator.Environment.Load(Tasks[task].Environment);
        return evaluator.Run(Learner.Policy, task, cancellation);
    }

    public void Round()
    {
        foreach (var task in Tasks) task.Step(Learner);
        Report = Learner.Learn();
        Steps += _copies;
    }

    public void Dispose()
    {
        Learner.Dispose();
        foreach (var task in Tasks) task.Dispose();
    }
}
