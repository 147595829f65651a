using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>What an action-value learner keeps of one task: how it explores, what it has seen, and in what unit it counts returns.</summary>
/// <remarks>Its random streams are named after the task, so that no other task changes what it draws.</remarks>
public sealed class TaskLearner
{
    private readonly TaskSpec _task;
    private readonly int _actionCount;
    private readonly bool _usesMasks;
    private readonly EpsilonGreedy _explorer;
    private readonly NStepAccumulator[] _windows;   // one per copy
    private readonly ReplayBuffer _replay;
    private readonly ReplayBatch _batch;
    private readonly ReturnNormalizer? _returns;
    private readonly RandomGenerator _sampling;
    private readonly double _totalSteps;
    private readonly bool _isPrioritized;
    private long _steps;   // observed, all copies together

    /// <param name="index">Index in <see cref="LearnerContext.Tasks"/>; also the task's head where there is more than one.</param>
    /// <exception cref="HubException">EH2000 the action space is not discrete.</exception>
    public TaskLearner(LearnerContext context, int index, QLearningOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        _task = context.Tasks[index];
        (_actionCount, _usesMasks) = (DiscreteActions.CountOf(_task), options.ActionMasks);
        Scaler = new(_task.Environment, options.ScaleObservations, options.Network.ChannelsFirst);
        _explorer = new(index, _actionCount, context.Copies, Scaler, context.Random.Scope("exploration").Generator(_task.Name));
        _sampling = context.Random.Scope("replay").Generator(_task.Name);
        _replay = new(options.BufferCapacity, Scaler, context.Copies, options.NStep, _usesMasks && _task.Environment.HasActionMasks ? _actionCount : 0,
            options.PrioritizedReplay);
        _windows = new NStepAccumulator[context.Copies];
        for (int i = 0; i < _windows.Length; i++) _windows[i] = new(options.NStep, options.Discount, _replay, copy: i);
        (_isPrioritized, _totalSteps) = (options.PrioritizedReplay is not null, context.TotalSteps);
        _batch = new(options.BatchSize, Scaler.Size, _replay.MaskSize, _isPrioritized);
        _returns = options.NormalizeReturns ? new(context.Copies, options.Discount) : null;
    }

    /// <summary>What the network sees of the task's observations.</summary>
    public ObservationScaler Scaler { get; }

    /// <summary>Whether there is a transition to sample.</summary>
    public bool CanSample => _replay.Count > 0;

    /// <summary>Whether there is a transition of every task to sample; an update takes a batch of each.</summary>
    public static bool CanSampleAll(ReadOnlySpan<TaskLearner> tasks)
    {
        foreach (var task in tasks)
            if (!task.CanSample) return false;
        return true;
    }

    /// <summary>The unit of the task's action values: σ of its discounted return, or 1.</summary>
    public double ReturnScale => _returns?.Scale ?? 1;

    /// <summary>Acts at random with chance <paramref name="epsilon"/>, else by the values of <paramref name="network"/>.</summary>
    /// <param name="observations">One row per copy.</param>
    /// <param name="actions">Receives discrete actions.</param>
    public void Act(INetwork network, double epsilon, in ObservationBatch observations, in ActionBuffer actions) =>
        _explorer.Act(network, epsilon, _usesMasks ? observations : observations.Elements, actions.Discrete);

    /// <summary>Stores what the actions led to.</summary>
    /// <exception cref="HubException">EH2002 to EH2005, EH2019: see <see cref="TransitionGuard"/>; nothing was stored.</exception>
    public void Observe(in TransitionBatch transitions)
    {
        TransitionGuard.Check(_task, _windows.Length, _actionCount, transitions);
        _steps += _windows.Length;
        for (int i = 0; i < _windows.Length; i++)
        {
            var ending = transitions.Terminated[i] ? EpisodeEnding.Terminated
                : transitions.Truncated[i] ? EpisodeEnding.Truncated : EpisodeEnding.None;
            _returns?.Add(i, transitions.Rewards[i], ending != EpisodeEnding.None);
            int first = i * Scaler.ElementSize;
            _windows[i].Add(
                transitions.Observations.Slice(first, Scaler.ElementSize), transitions.Actions.Discrete[i], transitions.Rewards[i],
                transitions.NextObservations.Slice(first, Scaler.ElementSize), ending, NextMaskOf(transitions, i));
        }
    }

    private ReadOnlySpan<bool> NextMaskOf(in TransitionBatch transitions, int copy) =>
        _usesMasks && !transitions.NextActionMasks.IsEmpty ? transitions.NextActionMasks.Slice(copy * _actionCount, _actionCount) : [];

    /// <summary>Forgets the steps that wait for their n-step return; see <see cref="IEpisodeCuts"/>.</summary>
    public void CutEpisodes()
    {
        foreach (var window in _windows) window.Clear();
        _returns?.CutEpisodes();
    }

    /// <summary>Draws a batch, rewards in units of <see cref="ReturnScale"/>. The batch is overwritten by the next draw.</summary>
    public ReplayBatch Sample()
    {
        _replay.Sample(_sampling, _batch, Math.Min(1, _steps / _totalSteps));
        if (_returns is null) return _batch;
        float factor = (float)(1 / _returns.Scale);
        foreach (ref float reward in _batch.Rewards) reward *= factor;
        return _batch;
    }

    /// <summary>Forgets the stored transitions and the scale of returns; a copy's waiting steps too, so that none spans the restart. The
    /// generators go on.</summary>
    public void Restart()
    {
        _replay.Clear();
        _returns?.Clear();
        _steps = 0;
        foreach (var window in _windows) window.Clear();
    }

    /// <summary>Writes everything that the task's future depends on, names starting with the task's.</summary>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        SaveAllButReplay(writer);
        _replay.Save(writer, Name("replay."));
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the task is as it was.</exception>
    public void Load(ICheckpointReader reader)
    {
        Check(reader);
        _explorer.Load(reader, Name("exploration"));
        GeneratorCheckpoint.Load(_sampling, reader, Name("sampling"));
        _replay.LoadChecked(reader, Name("replay."));
        _returns?.Load(reader, Name("returns."));
        for (int i = 0; i < _windows.Length; i++) _windows[i].LoadChecked(reader, Name($"window.{i}."));
        if (!_isPrioritized) return;
        Span<long> steps = stackalloc long[1];
        reader.Read(Name("steps"), steps);
        _steps = steps[0];
    }

    /// <summary>Counts returns on from where another learner's record of a task ended, so that action values keep their unit.</summary>
    /// <param name="state">What that learner saved.</param>
    /// <param name="task">The task's name there.</param>
    /// <returns>Whether both learners normalise returns; if not, nothing was changed.</returns>
    public bool ContinueReturns(ICheckpointReader state, string task) => _returns?.ContinueFrom(state, NameOf(task, "returns.")) ?? false;

    /// <summary>How <see cref="Save"/> names a part of what it keeps of a task.</summary>
    internal static string NameOf(string task, string part) => $"task.{task}.{part}";

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <exception cref="HubException">EH2007 the replay capacity differs; EH2010 the copies do; EH2011 or EH2012 a position is outside its
    /// buffer; EH2015 to EH2018 its frames are damaged or of another kind; EH1131 an array has another length; or the checkpoint lacks one.</exception>
    public void Check(ICheckpointReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<int> copies = stackalloc int[1];
        reader.Require(Name("copies"), copies.Length);
        reader.Read(Name("copies"), copies);
        if (copies[0] != _windows.Length) throw LearningErrors.WrongCopies(_task.Name, copies[0], _windows.Length);
        CheckpointLayout.Require(reader, SaveAllButReplay);
        var tally = _replay.CheckParts(reader, Name("replay."));
        for (int i = 0; i < _windows.Length; i++) _windows[i].Check(reader, Name($"window.{i}."), tally);
        tally.RequireComplete();
    }

    // What has the same length at any time.
    private void SaveAllButReplay(ICheckpointWriter writer)
    {
        writer.Write<int>(Name("copies"), [_windows.Length]);
        _explorer.Save(writer, Name("exploration"));
        GeneratorCheckpoint.Save(_sampling, writer, Name("sampling"));
        _returns?.Save(writer, Name("returns."));
        if (_isPrioritized) writer.Write<long>(Name("steps"), [_steps]);
        for (int i = 0; i < _windows.Length; i++) _windows[i].Save(writer, Name($"window.{i}."));
    }

    private string Name(string part) => NameOf(_task.Name, part);
}
