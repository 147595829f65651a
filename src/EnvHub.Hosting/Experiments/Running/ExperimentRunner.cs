namespace EnvHub.Hosting;

/// <summary>Runs an experiment's trials side by side, each on a thread of its own.</summary>
/// <remarks>Trials share nothing: a trial's weights are the same bits alone or beside others, in any order.</remarks>
public sealed class ExperimentRunner
{
    private readonly RunFolder _folder;
    private readonly Provenance _provenance;
    private readonly TrialQueue _queue;
    private readonly int _count;

    /// <param name="plan">What to run.</param>
    /// <param name="folder">Where the records go.</param>
    /// <param name="provenance">What every record says of its making.</param>
    public ExperimentRunner(ExperimentPlan plan, RunFolder folder, Provenance provenance)
    {
        (_folder, _provenance) = (folder, provenance);
        Progress = new ExperimentProgress(TrialList.Of(plan));
        (_queue, _count) = (new TrialQueue(Progress, plan.Seeds), Progress.Trials.Count);
        ExperimentFile.Write(folder, plan, provenance);
    }

    private ExperimentRunner(ExperimentPlan plan, RunFolder folder, Provenance provenance, EndedTrials ended)
    {
        (_folder, _provenance) = (folder, provenance);
        Progress = new ExperimentProgress(TrialList.Of(plan));
        ended.Mark(Progress, folder);
        (_queue, _count) = (new TrialQueue(Progress, plan.Seeds), Progress.Trials.Count);
    }

    /// <summary>A runner of what is left of an experiment: trials that have finished are not run again, others go on from their last good
    /// checkpoint.</summary>
    /// <param name="provenance">What the records say that are still to be written.</param>
    /// <param name="failed">Whether trials that failed are tried again.</param>
    /// <exception cref="HubException">EH3506 or EH3507 a record is broken.</exception>
    public static ExperimentRunner Resume(RecordedExperiment experiment, RunFolder folder, Provenance provenance, bool failed)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return new(experiment.Plan, folder, provenance, new EndedTrials(failed));
    }

    /// <summary>How far it is.</summary>
    public ExperimentProgress Progress { get; }

    /// <summary>Runs all trials, each after those that it builds on; returns when the last has ended. A trial that fails ends alone with those
    /// that build on it. What others build on is not run where an equal trial's record is there already.</summary>
    /// <param name="parallel">Trials at a time; at least 1.</param>
    /// <param name="cancellation">Ends the trials that run; they and those that wait are recorded as cancelled.</param>
    /// <returns>The records of the trials that are compared, in the order of <see cref="TrialList.Of"/>.</returns>
    public IReadOnlyList<TrialResult> Run(int parallel, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        var workers = new Thread[Math.Min(parallel, _count)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(() => Work(cancellation)) { IsBackground = true, Name = $"trials {i}" };
            workers[i].Start();
        }
        foreach (var worker in workers) worker.Join();
        return [.. Progress.Compared.Select(trial => trial.Result!)];
    }

    private void Work(CancellationToken cancellation)
    {
        while (_queue.Take() is { } trial)
        {
            if (trial.Trial.Key is null) new TrialRunner(trial, _folder, _provenance).Run(cancellation);
            else if (!new SourceRunner(trial, _folder, _provenance).TryRun(cancellation)) _queue.Postpone(trial);
            _queue.Tell();
        }
    }
}
