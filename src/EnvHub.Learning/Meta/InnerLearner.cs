namespace EnvHub.Learning;

/// <summary>One task's inner loop: Q-learning that begins at the meta-parameters θ, with nothing else, and ends at φ.</summary>
/// <remarks>An inner loop is what adaptation to a new task will be: its replay buffer begins empty, its optimiser new, its target network at
/// θ, its schedules at their start. So θ is moved to where such a loop does well.</remarks>
public sealed class InnerLearner : IDisposable
{
    private readonly TaskLearner _task;
    private readonly QNetworkTrainer _network;
    private readonly UpdateClock _clock;

    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    /// <param name="options">Of the inner loop.</param>
    /// <param name="steps">Environment steps of one inner loop, which its schedules span.</param>
    /// <exception cref="HubException">EH2000 the action space is not discrete.</exception>
    public InnerLearner(LearnerContext context, int task, QLearningOptions options, long steps)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        var alone = context with { Tasks = [context.Tasks[task]] };
        _task = new(alone, 0, options);
        _network = new(alone, options with { Network = options.Network with { Heads = HeadSharing.Shared } }, new FixedWeighting(alone.Tasks));
        _clock = new(options, steps, context.Copies);
    }

    /// <summary>The network that adapts: its parameters are φ.</summary>
    public INetwork Network => _network.Online;

    /// <summary>Steps of this inner loop so far, all copies together.</summary>
    public long Steps => _clock.Steps;

    /// <summary>T</summary>
    public QNetworkTrainer Trainer => _network;
    /// <summary>T</summary>
    public TaskLearner Task => _task;

    /// <summary>Begins an inner loop.</summary>
    /// <param name="metaParameters">θ, shape <c>[P]</c>.</param>
    public void Begin(ReadOnlySpan<float> metaParameters)
    {
        _network.Restart(metaParameters);
        _task.Restart();
        _clock.Restart();
    }

    /// <summary>Acts by φ, and explores.</summary>
    public void Act(ReadOnlySpan<float> observations, Span<int> actions) => _task.Act(_network.Online, _clock.Epsilon, observations, actions);

    /// <summary>Stores what the actions led to.</summary>
    public void Observe(in TransitionBatch transitions) => _task.Observe(transitions);

    /// <summary>Counts one round and does the updates that are due.</summary>
    public void Learn()
    {
        long due = _clock.Advance();
        if (_task.CanSample)
            for (; due > 0; due--)
            {
                _network.Begin();
                _network.AddTask(0, _task.Sample());
                _network.Apply(_clock.LearningRate);
            }
        if (_clock.IsTargetDue) _network.UpdateTarget();
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
