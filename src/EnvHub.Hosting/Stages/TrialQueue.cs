namespace EnvHub.Hosting;

/// <summary>Hands trials to the threads that run them: each after those that it builds on, in a fixed order of preference.</summary>
internal sealed class TrialQueue
{
    // How long a trial that another process is at is left alone.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly List<TrialProgress> _waiting;
    private readonly Dictionary<TrialProgress, long> _notBefore = [];
    private readonly object _gate = new();

    /// <param name="seeds">By seed first, so that what a cancelled run leaves compares all arms; within a seed by the steps that still hang
    /// from a trial, so that no core waits at the end.</param>
    public TrialQueue(ExperimentProgress progress, IReadOnlyList<ulong> seeds)
    {
        var (chains, order) = (Chains(progress.Trials), seeds.ToList());
        _waiting = [.. progress.Trials.Where(trial => trial.Result is null).OrderBy(trial => order.IndexOf(trial.Trial.Seed)).ThenByDescending(trial => chains[trial])];
    }

    /// <summary>The next trial that can run; waits for one. Null when none is left.</summary>
    public TrialProgress? Take()
    {
        lock (_gate)
        {
            while (_waiting.Count > 0)
            {
                if (_waiting.Find(CanRun) is { } next)
                {
                    _waiting.Remove(next);
                    return next;
                }
                Monitor.Wait(_gate, Pause);
            }
            return null;
        }
    }

    /// <summary>Puts a trial back that another process is at.</summary>
    public void Postpone(TrialProgress trial)
    {
        lock (_gate)
        {
            _waiting.Insert(0, trial);
            _notBefore[trial] = Environment.TickCount64 + (long)Pause.TotalMilliseconds;
        }
    }

    /// <summary>A trial has ended: those that build on it may run.</summary>
    public void Tell()
    {
        lock (_gate) Monitor.PulseAll(_gate);
    }

    private bool CanRun(TrialProgress trial) =>
        trial.Sources.All(source => source.Result is not null) && Environment.TickCount64 >= _notBefore.GetValueOrDefault(trial);

    private static Dictionary<TrialProgress, long> Chains(IReadOnlyList<TrialProgress> trials)
    {
        var chains = trials.ToDictionary(trial => trial, trial => trial.Trial.TotalSteps);
        // What builds on a trial stands behind it: backwards, a trial's chain is known before its sources'.
        foreach (var trial in trials.Reverse())
            foreach (var source in trial.Sources)
                chains[source] = Math.Max(chains[source], source.Trial.TotalSteps + chains[trial]);
        return chains;
    }
}
