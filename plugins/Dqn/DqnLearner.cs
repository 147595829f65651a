using EnvHub.Learning;

namespace EnvHub.Plugins.Dqn;

/// <summary>Deep Q-learning on one task: epsilon-greedy steps into a replay buffer, batches from it, a target network that follows.</summary>
/// <remarks>Source: Mnih et al. (2015), Algorithm 1; Double DQN, n-step returns and the settings of CleanRL and of the RL Zoo as
/// <see cref="DqnOptions"/>. Differs: Adam by default, and a truncated episode bootstraps.</remarks>
public sealed class DqnLearner : ILearner, IEpisodeCuts
{
    private readonly TaskLearner _task;
    private readonly QNetworkTrainer _network;
    private readonly UpdateClock _clock;

    /// <exception cref="HubException">EH2000 the action space is not discrete; EH2001 not exactly one task.</exception>
    public DqnLearner(LearnerContext context, DqnOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        SingleTask.Require("dqn", context);
        _task = new(context, 0, options);
        _network = new(context, options, new FixedWeighting(context.Tasks));
        _clock = new(options, context.TotalSteps, context.Copies);
        Policy = _network.CreatePolicy([_task.Scaler]);
    }

    /// <inheritdoc/>
    public IPolicy Policy { get; }

    /// <inheritdoc/>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) =>
        _task.Act(_network.Online, _clock.Epsilon, observations, actions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2002 to EH2005 a transition is malformed or not finite; nothing was stored.</exception>
    public void Observe(int task, in TransitionBatch transitions) => _task.Observe(transitions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2006 the loss is not finite.</exception>
    public void Learn()
    {
        long due = _clock.Advance();
        if (_task.CanSample)
            for (; due > 0; due--) Update();
        if (_clock.IsTargetDue) _network.UpdateTarget();
    }

    private void Update()
    {
        _network.Begin();
        _network.AddTask(0, _task.Sample());
        _network.Apply(_clock.LearningRate);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureSpec> Measures => QMeasures.Specs;

    /// <inheritdoc/>
    public void Measure(Span<double> values) =>
        QMeasures.Write(values, _network.Updates, _network.LastLoss, _clock.Epsilon, _clock.LearningRate);

    /// <inheritdoc/>
    public void CutEpisodes(int task) => _task.CutEpisodes();

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        _clock.Save(writer, "clock");
        _network.Save(writer);
        _task.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader)
    {
        _clock.Check(reader, "clock");
        _network.Check(reader);
        _task.Check(reader);
        _clock.Load(reader, "clock");
        _network.Load(reader);
        _task.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
