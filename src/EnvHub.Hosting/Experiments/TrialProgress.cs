namespace EnvHub.Hosting;

/// <summary>How far one trial is: written by the thread that runs it, read by any.</summary>
public sealed class TrialProgress(Trial trial)
{
    private long _steps;
    private volatile TrialState _state;
    private volatile TrialResult? _result;

    /// <summary>Which trial.</summary>
    public Trial Trial { get; } = trial;

    /// <summary>Waiting, running or how it ended.</summary>
    public TrialState State => _state;

    /// <summary>Environment steps so far, all tasks and copies together; of <see cref="Trial.TotalSteps"/>.</summary>
    public long Steps => Volatile.Read(ref _steps);

    /// <summary>The record; null until the trial has ended.</summary>
    public TrialResult? Result => _result;

    internal void Begin() => _state = TrialState.Running;

    internal void Reach(long steps) => Volatile.Write(ref _steps, steps);

    internal void End(TrialResult result)
    {
        _result = result;
        _state = result.Status;
    }
}
