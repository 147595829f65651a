using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>A learner among its environments, round by round. A round allocates nothing that the learner or an environment does not.</summary>
internal sealed class TrialLoop : IDisposable
{
    private readonly int _copies;

    public TrialLoop(Trial trial)
    {
        var random = new RandomStreams(trial.Seed);
        _copies = trial.Arm.Copies;
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
