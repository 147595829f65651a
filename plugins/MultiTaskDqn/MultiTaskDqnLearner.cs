using EnvHub.Learning;

namespace EnvHub.Plugins.MultiTaskDqn;

/// <summary>Deep Q-learning of several tasks with one network: a shared trunk, and per task a head, a replay buffer and a scale of returns.</summary>
/// <remarks>Each update takes an equal batch from every task and follows the gradient of <c>Σᵢ λᵢ Lᵢ</c>. Source: Mnih et al. (2015) for each
/// task; Kurin et al. (2022) for plain weighted sums over raw rewards that are normalised when sampled. Differs: tasks may have
/// observations and actions of different sizes.</remarks>
public sealed class MultiTaskDqnLearner : ILearner, IEpisodeCuts
{
    private readonly TaskLearner[] _tasks;
    private readonly QNetworkTrainer _network;
    private readonly UpdateClock _clock;

    /// <exception cref="HubException">EH2000 an action space is not discrete.</exception>
    public MultiTaskDqnLearner(LearnerContext context, MultiTaskDqnOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        _tasks = [.. Enumerable.Range(0, context.Tasks.Count).Select(index => new TaskLearner(context, index, options))];
        var balance = TaskBalance.Of(options.Weighting, context);
        _network = new(context, options, new FixedWeighting(context.Tasks), balance: balance, popArt: options.PopArt);
        Measures = balance is null ? QMeasures.Specs : [.. QMeasures.Specs, .. TaskMeasures.Specs];
        _clock = new(options, context.TotalSteps, context.Copies);
        Policy = _network.CreatePolicy([.. _tasks.Select(task => task.Scaler)]);
    }

    /// <inheritdoc/>
    public IPolicy Policy { get; }

    /// <inheritdoc/>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) =>
        _tasks[task].Act(_network.Online, _clock.Epsilon, observations, actions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2002 to EH2005 a transition is malformed or not finite; nothing was stored.</exception>
    public void Observe(int task, in TransitionBatch transitions) => _tasks[task].Observe(transitions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2006 a task's loss is not finite.</exception>
    public void Learn()
    {
        long due = _clock.Advance();
        if (TaskLearner.CanSampleAll(_tasks))
            for (; due > 0; due--) Update();
        if (_clock.IsTargetDue) _network.UpdateTarget();
    }

    private void Update()
    {
        _network.Begin();
        for (int task = 0; task < _tasks.Length; task++) _network.AddTask(task, _tasks[task].Sample());
        _network.Apply(_clock.LearningRate);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureSpec> Measures { get; }

    /// <inheritdoc/>
    public void Measure(Span<double> values)
    {
        QMeasures.Write(values, _network.Updates, _network.LastLoss, _clock.Epsilon, _clock.LearningRate);
        if (Measures.Count > QMeasures.Specs.Count) TaskMeasures.Write(values[QMeasures.Specs.Count..], _network, _tasks.Length);
    }

    /// <inheritdoc/>
    public void CutEpisodes(int task) => _tasks[task].CutEpisodes();

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        _clock.Save(writer, "clock");
        _network.Save(writer);
        foreach (var task in _tasks) task.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader)
    {
        _clock.Check(reader, "clock");
        _network.Check(reader);
        foreach (var task in _tasks) task.Check(reader);
        _clock.Load(reader, "clock");
        _network.Load(reader);
        foreach (var task in _tasks) task.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
