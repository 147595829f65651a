namespace EnvHub.Hosting;

/// <summary>Runs an experiment's trials side by side, each on a thread of its own.</summary>
/// <remarks>Trials share nothing: a trial's weights are the same bits alone or beside others, in any order.</remarks>
public sealed class ExperimentRunner
{
    private readonly RunFolder _folder;
    private readonly Provenance _provenance;
    private readonly TrialProgress[] _queue;
    private int _next = -1;

    /// <param name="plan">What to run.</param>
    /// <param name="folder">Where the records go.</param>
    /// <param name="provenance">What every record says of its making.</param>
    public ExperimentRunner(ExperimentPlan plan, RunFolder folder, Provenance provenance)
    {
        (_folder, _provenance) = (folder, provenance);
        Progress = new ExperimentProgress(TrialList.Of(plan));
        // By seed, so that what a cancelled run leaves compares all arms; within a seed the longest first, so that no core waits at the end.
        _queue = [.. Progress.Trials.OrderBy(trial => IndexOf(plan.Seeds, trial.Trial.Seed)).ThenByDescending(trial => trial.Trial.TotalSteps)];
        ExperimentFile.Write(folder, plan, provenance);
    }

    /// <summary>How far it is.</summary>
    public ExperimentProgress Progress { get; }

    /// <summary>Runs all trials; returns when the last has ended. A trial that fails ends alone.</summary>
    /// <param name="parallel">Trials at a time; at least 1.</param>
    /// <param name="cancellation">Ends the trials that run; they and those that wait are recorded as cancelled.</param>
    /// <returns>The records, in the order of <see cref="TrialList"/>.</returns>
    public IReadOnlyList<TrialResult> Run(int parallel, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        var workers = new Thread[Math.Min(parallel, _queue.Length)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(() => Work(cancellation)) { IsBackground = true, Name = $"trials {i}" };
            workers[i].Start();
        }
        foreach (var worker in workers) worker.Join();
        return [.. Progress.Trials.Select(trial => trial.Result!)];
    }

    private void Work(CancellationToken cancellation)
    {
        for (int i = Interlocked.Increment(ref _next); i < _queue.Length; i = Interlocked.Increment(ref _next))
        {
            var trial = _queue[i];
            _ = new TrialRunner(trial, _folder.Of(trial.Trial), _provenance).Run(cancellation);
        }
    }

    private static int IndexOf(IReadOnlyList<ulong> seeds, ulong seed)
    {
        for (int i = 0; i < seeds.Count; i++)
            if (seeds[i] == seed) return i;
        return seeds.Count;
    }
}
