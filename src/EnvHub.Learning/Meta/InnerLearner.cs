namespace EnvHub.Learning;

/// <summary>One task's inner loop: Q-learning that begins at the meta-parameters θ, and with nothing else, and ends at φ.</summary>
/// <remarks>An inner loop is what adaptation to a new task will be: its replay buffer begins empty, its optimiser new, its target network at
/// θ, its schedules at their start. So θ goes to where such a loop does well. The random streams go on from loop to loop.</remarks>
public sealed class InnerLearner : IDisposable
{
    private readonly TaskLearner _task;
    private readonly QNetworkTrainer _network;
    private readonly UpdateClock _clock;
    private GroupedOptimizer _optimizer = null!;   // made by the trainer's constructor

    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    /// <param name="options">Of the inner loop. The network has one head, whatever they say.</param>
    /// <param name="steps">Environment steps of one inner loop, which its schedules span.</param>
    /// <param name="adaptsHeadAlone">Whether the hidden layers stay at θ.</param>
    /// <exception cref="HubException">EH2000 the action space is not discrete.</exception>
    public InnerLearner(LearnerContext context, int task, QLearningOptions options, long steps, bool adaptsHeadAlone = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        var alone = context with { Tasks = [context.Tasks[task]] };
        int layers = options.Network.Depth;
        _task = new(alone, 0, options);
        _network = new(alone, options with { Network = options.Network with { Heads = HeadSharing.Shared } }, new FixedWeighting(alone.Tasks),
            online => _optimizer = new(context.Networks, options.Optimizer, ParameterGroups.Of(online, 1, layer => adaptsHeadAlone && layer < layers)));
        _optimizer.IsFrozen = adaptsHeadAlone;
        _clock = new(options, steps, context.Copies);
    }

    /// <summary>The network that adapts: its parameters are φ.</summary>
    public INetwork Network => _network.Online;

    /// <summary>What the network sees of the task's observations.</summary>
    public ObservationScaler Scaler => _task.Scaler;

    /// <summary>Gradient steps so far, of all inner loops.</summary>
    public long Updates => _network.Updates;

    /// <summary>Of the last update; NaN before the first.</summary>
    public BatchLoss LastLoss => _network.LastLoss;

    /// <summary>Chance of a random action at the next step, [0, 1].</summary>
    public double Epsilon => _clock.Epsilon;

    /// <summary>For updates that are due now.</summary>
    public float LearningRate => _clock.LearningRate;

    /// <summary>Begins an inner loop.</summary>
    /// <param name="metaParameters">θ, shape <c>[P]</c>.</param>
    public void Begin(ParameterVector metaParameters)
    {
        _network.Restart(metaParameters);
        _task.Restart();
        _clock.Restart();
    }

    /// <summary>Acts by φ, and explores.</summary>
    /// <param name="observations">One row per copy.</param>
    /// <param name="actions">Receives discrete actions.</param>
    public void Act(in ObservationBatch observations, in ActionBuffer actions) => _task.Act(_network.Online, _clock.Epsilon, observations, actions);

    /// <summary>Stores what the actions led to.</summary>
    /// <exception cref="HubException">EH2002 to EH2005 a transition is malformed or not finite; nothing was stored.</exception>
    public void Observe(in TransitionBatch transitions) => _task.Observe(transitions);

    /// <summary>Forgets the steps that wait for their n-step return; see <see cref="IEpisodeCuts"/>.</summary>
    public void CutEpisodes() => _task.CutEpisodes();

    /// <summary>Counts one round and does the updates that are due.</summary>
    /// <exception cref="HubException">EH2006 the loss is not finite.</exception>
    public void Learn()
    {
        long due = _clock.Advance();
        if (_task.CanSample)
            for (; due > 0; due--) Update();
        if (_clock.IsTargetDue) _network.UpdateTarget();
    }

    /// <summary>Forgets what φ was learned from: what is observed from here on is the query set.</summary>
    /// <remarks>The target network becomes φ: the query loss is to measure what was adapted, and θ's values, from which the inner loop
    /// began, are those of a policy that was not.</remarks>
    public void BeginQuery()
    {
        _task.Restart();
        _network.SynchronizeTarget();
    }

    /// <summary>Moves φ as far as θ was moved, so that another step can be taken without adapting anew: first-order MAML takes the
    /// derivative of φ by θ to be the identity. The target network stays.</summary>
    /// <param name="from">θ before, shape <c>[P]</c>.</param>
    /// <param name="to">θ now, shape <c>[P]</c>.</param>
    public void Follow(ParameterVector from, ParameterVector to)
    {
        _network.Online.Parameters.AddScaled(to, 1);
        _network.Online.Parameters.AddScaled(from, -1);
    }

    /// <summary>The gradient at φ of the loss on the query set, by all parameters, the hidden layers' too.</summary>
    /// <param name="batches">Batches to take its mean over, at least 1.</param>
    /// <returns>∇L(φ), shape <c>[P]</c>, valid until the next update; null where the query set is empty.</returns>
    /// <exception cref="HubException">EH2006 the loss is not finite.</exception>
    public ParameterVector? QueryGradients(int batches)
    {
        if (!_task.CanSample) return null;
        _network.Begin();
        for (int i = 0; i < batches; i++) _network.AddTask(0, _task.Sample());
        var gradients = _network.Online.Gradients;
        gradients.Divide(batches);
        return gradients;
    }

    private void Update()
    {
        _network.Begin();
        _network.AddTask(0, _task.Sample());
        _optimizer.ClearFrozen(_network.Online.Gradients);
        _network.Apply(_clock.LearningRate);
    }

    /// <summary>Writes everything that the inner loop's future depends on.</summary>
    public void Save(ICheckpointWriter writer)
    {
        _clock.Save(writer, "clock");
        _network.Save(writer);
        _task.Save(writer);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the learner is as it was.</exception>
    public void Load(ICheckpointReader reader)
    {
        Check(reader);
        _clock.Load(reader, "clock");
        _network.Load(reader);
        _task.Load(reader);
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <exception cref="HubException">EH2007, EH2008, EH2010 to EH2012 or EH1131: the checkpoint is of another learner, damaged or not whole.</exception>
    public void Check(ICheckpointReader reader)
    {
        _clock.Check(reader, "clock");
        _network.Check(reader);
        _task.Check(reader);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
