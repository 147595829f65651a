using EnvHub.Learning;

namespace EnvHub.Plugins.FineTune;

/// <summary>Deep Q-learning of one or several tasks with a network that starts from what an earlier stage learned.</summary>
/// <remarks>Made without sources it can play weights that were saved, no more. Source: Mnih et al. (2015) for the updates; what is added to them
/// is said where it is computed: <see cref="WeightTransfer"/>, <see cref="GroupedOptimizer"/>, <see cref="StartingPointPenalty"/>,
/// <see cref="SourceRehearsal"/>, <see cref="TeacherTerm"/>.</remarks>
public sealed class FineTuneLearner : ILearner, IEpisodeCuts, INoteSource
{
    private readonly FineTuneOptions _options;
    private readonly TaskLearner[] _tasks;
    private readonly QNetworkTrainer _network;
    private readonly UpdateClock _clock;
    private readonly FineTuneTerms? _terms;
    private GroupedOptimizer _optimizer = null!;   // made by the trainer's constructor

    /// <exception cref="HubException">EH2000 an action space is not discrete; EH4700 no source fits a task; EH2100 to EH2103 a source is not of
    /// the shape that the options ask for.</exception>
    public FineTuneLearner(LearnerContext context, FineTuneOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _tasks = [.. Enumerable.Range(0, context.Tasks.Count).Select(index => new TaskLearner(context, index, options))];
        _network = new(context, options, new FixedWeighting(context.Tasks), online => _optimizer = new(context.Networks, options.Optimizer,
            ParameterGroups.Of(online, options.TrunkLearningRateFactor, layer => FineTuneRules.Freezes(options, layer))));
        _clock = new(options, context.TotalSteps, context.Copies);
        Policy = _network.CreatePolicy([.. _tasks.Select(task => task.Scaler)]);
        if (context.Sources.Count == 0) return;
        var start = new FineTuneStart(context, options);
        start.Apply(_network, _optimizer, _tasks);
        Notes = start.Notes;
        _terms = new(context, options, start, _network.Online);
    }

    /// <inheritdoc/>
    public IPolicy Policy { get; }

    /// <summary>What became of each segment: copied, adapted or new, and how it is held.</summary>
    public IReadOnlyList<string> Notes { get; } = [];

    /// <inheritdoc/>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) =>
        _tasks[task].Act(_network.Online, _clock.Epsilon, observations, actions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2002 to EH2005 a transition is malformed or not finite; nothing was stored.</exception>
    public void Observe(int task, in TransitionBatch transitions)
    {
        _tasks[task].Observe(transitions);
        _terms?.Observe(task, transitions);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2006 a task's loss is not finite.</exception>
    public void Learn()
    {
        long due = _clock.Advance();
        _optimizer.IsFrozen = _options.FreezeSteps is not { } steps || _clock.Steps <= steps;
        if (TaskLearner.CanSampleAll(_tasks))
            for (; due > 0; due--) Update();
        if (_clock.IsTargetDue)
        {
            _network.UpdateTarget();
            _terms?.UpdateTargets();
        }
    }

    private void Update()
    {
        _network.Begin();
        for (int task = 0; task < _tasks.Length; task++)
        {
            var batch = _tasks[task].Sample();
            _network.AddTask(task, batch);
            _terms?.AddTask(_network, task, batch, _clock.Steps);
        }
        _terms?.AddShared(_network);
        _optimizer.ClearFrozen(_network.Online.Gradients);
        _network.Apply(_clock.LearningRate);
        _terms?.Apply(_clock.LearningRate);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureSpec> Measures => QMeasures.Specs;

    /// <inheritdoc/>
    public void Measure(Span<double> values) =>
        QMeasures.Write(values, _network.Updates, _network.LastLoss, _clock.Epsilon, _clock.LearningRate);

    /// <inheritdoc/>
    public void CutEpisodes(int task)
    {
        _tasks[task].CutEpisodes();
        _terms?.CutEpisodes(task);
    }

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        _clock.Save(writer, "clock");
        _network.Save(writer);
        foreach (var task in _tasks) task.Save(writer);
        _terms?.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader)
    {
        _clock.Check(reader, "clock");
        _network.Check(reader);
        foreach (var task in _tasks) task.Check(reader);
        _terms?.Check(reader);
        _clock.Load(reader, "clock");
        _network.Load(reader);
        foreach (var task in _tasks) task.Load(reader);
        _terms?.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _terms?.Dispose();
        _network.Dispose();
    }
}
