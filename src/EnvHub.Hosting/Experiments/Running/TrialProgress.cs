using System.Collections.Concurrent;

namespace EnvHub.Hosting;

/// <summary>How far one trial is: written by the thread that runs it, read by any.</summary>
/// <param name="trial">Which trial.</param>
/// <param name="sources">Those of its sources, in their order.</param>
public sealed class TrialProgress(Trial trial, IReadOnlyList<TrialProgress> sources)
{
    private long _steps, _earlierSteps;
    private volatile TrialState _state;
    private volatile TrialResult? _result;
    private volatile string? _note;
    private readonly ConcurrentQueue<string> _messages = [];

    /// <summary>Which trial.</summary>
    public Trial Trial { get; } = trial;

    /// <summary>The trials that it builds on.</summary>
    public IReadOnlyList<TrialProgress> Sources { get; } = sources;

    /// <summary>Whether it was not run: its record, or an equal trial's, was there.</summary>
    public bool IsReused { get; private set; }

    /// <summary>What the user should know of how it came about; null for nothing.</summary>
    public string? Note
    {
        get => _note;
        internal set => _note = value;
    }

    /// <summary>What happened on the way that the user should know, in order; it goes into the record too.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>Of <see cref="Steps"/>, those of before it was resumed.</summary>
    public long EarlierSteps => Volatile.Read(ref _earlierSteps);

    /// <summary>Waiting, running or how it ended.</summary>
    public TrialState State => _state;

    /// <summary>Environment steps so far, all tasks and copies together; of <see cref="Trial.TotalSteps"/>.</summary>
    public long Steps => Volatile.Read(ref _steps);

    /// <summary>The record; null until the trial has ended.</summary>
    public TrialResult? Result => _result;

    internal void Begin() => _state = TrialState.Running;

    internal void Tell(string message) => _messages.Enqueue(message);

    internal void Resume(long steps)
    {
        Volatile.Write(ref _earlierSteps, steps);
        Reach(steps);
    }

    internal void Reach(long steps) => Volatile.Write(ref _steps, steps);

    /// <summary>Ends with a record that is there already.</summary>
    internal void Take(TrialResult result, string note = "reused")
    {
        (IsReused, _note) = (true, note);
        End(result);
    }

    internal void End(TrialResult result)
    {
        _result = result;
        _state = result.Status;
    }
}
