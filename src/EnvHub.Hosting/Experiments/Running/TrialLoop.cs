using System.Diagnostics;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>A learner among its environments, round by round. A round allocates nothing that the learner or an environment does not.</summary>
internal sealed class TrialLoop : IDisposable
{
    private readonly int _copies;
    private readonly OpenSources? _sources;

    /// <param name="sources">Those that the trial builds on; disposed with the loop.</param>
    public TrialLoop(Trial trial, OpenSources? sources = null)
    {
        _sources = sources;
        var random = new RandomStreams(trial.Seed);
        _copies = trial.Stage.Copies;
        Tasks = new TaskLoop[trial.Tasks.Count];
        try
        {
            for (int i = 0; i < Tasks.Length; i++) Tasks[i] = new TaskLoop(i, trial.Tasks[i], _copies, random, sources);
            Learner = LearnerFactory.Create(trial, random, sources?.All);
            Measures = new TrialMeasures(Learner, trial.Stage.Learner.Name, Tasks.Length);
        }
        catch
        {
            Learner?.Dispose();            // null: never made
            foreach (var task in Tasks) task?.Dispose();   // null: never made
            sources?.Dispose();
            throw;
        }
    }

    /// <summary>By the learner's numbers.</summary>
    public TaskLoop[] Tasks { get; }

    public ILearner Learner { get; }

    /// <summary>What the learner tells of itself.</summary>
    public TrialMeasures Measures { get; }

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
        try
        {
            return evaluator.Run(Learner.Policy, task, cancellation);
        }
        finally
        {
            Tasks[task].Evaluations.Note(evaluator);
        }
    }

    /// <summary>Whether every task has ended that many training episodes.</summary>
    public bool HasPlayed(long episodes)
    {
        foreach (var task in Tasks)
            if (task.Returns.Episodes < episodes) return false;
        return true;
    }

    /// <summary>Whether all is between two rounds: then, and only then, a checkpoint can be taken.</summary>
    public bool IsBetweenRounds { get; private set; } = true;

    public void Round()
    {
        IsBetweenRounds = false;
        foreach (var task in Tasks) task.Step(Learner);
        Learner.Learn();
        Steps += _copies;
        IsBetweenRounds = true;
    }

    /// <summary>Writes everything that the rounds to come depend on.</summary>
    public void Save(ICheckpointWriter writer)
    {
        Debug.Assert(IsBetweenRounds, "Within a round the learner and the environments do not fit together.");
        writer.Write<long>("steps", [Steps]);
        Learner.Save(new NamedPart("learner", writer));
        for (int i = 0; i < Tasks.Length; i++) Tasks[i].Save(new NamedPart($"tasks.{i}", writer));
    }

    /// <summary>Goes on from what <see cref="Save"/> wrote.</summary>
    /// <param name="resumes">How often the trial was resumed, this time included.</param>
    public void Load(ICheckpointReader reader, int resumes)
    {
        Steps = reader.Value<long>("steps");
        Learner.Load(new NamedPart("learner", reader));
        for (int i = 0; i < Tasks.Length; i++)
        {
            bool goesOn = Tasks[i].Load(new NamedPart($"tasks.{i}", reader), resumes);
            if (!goesOn) (Learner as IEpisodeCuts)?.CutEpisodes(i);
        }
    }

    public void Dispose()
    {
        Learner.Dispose();
        foreach (var task in Tasks) task.Dispose();
        _sources?.Dispose();
    }
}
