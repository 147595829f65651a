namespace EnvHub.Learning;

/// <summary>An online network of action values, its target network and its optimiser. An update is <see cref="Begin"/>, one
/// <see cref="AddTask"/> per task, <see cref="Apply"/>.</summary>
/// <remarks>Source: Mnih et al. (2015), with Double DQN, gradient clipping and soft target updates as options.</remarks>
public sealed class QNetworkTrainer : IDisposable
{
    private readonly QLearningOptions _options;
    private readonly IReadOnlyList<TaskSpec> _tasks;
    private readonly INetwork _target;
    private readonly IOptimizer _optimizer;
    private readonly ITaskWeighting _weighting;
    private readonly BalancedUpdate? _balanced;      // null: gradients are summed as they come
    private readonly PopArt? _popArt;                // null: targets are learned as they are
    private readonly float[] _values, _nextValues;   // [B, A] of the task with most actions
    private readonly float[] _targets;               // [B]
    private float _loss, _meanValue;
    private long _restartedAt;                       // updates when it last began anew, from which target updates are counted

    /// <param name="optimizer">Makes the optimiser of the online network; null for the options' own over all parameters.</param>
    /// <param name="balance">How the tasks' gradients become one; null: they are summed.</param>
    /// <param name="popArt">How targets are normalised; null: not at all.</param>
    /// <exception cref="HubException">EH2000 an action space is not discrete; or the backend refuses the network.</exception>
    public QNetworkTrainer(
        LearnerContext context, QLearningOptions options, ITaskWeighting weighting, Func<INetwork, IOptimizer>? optimizer = null, TaskBalance? balance = null,
        PopArtOptions? popArt = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        (_options, _tasks, _weighting) = (options, context.Tasks, weighting);
        var spec = options.Network.ToSpec(context.Tasks);
        // Two generators at the start of one stream: the target network begins with the online network's weights.
        Online = context.Networks.Create(spec, context.Random.Generator("weights"));
        _target = context.Networks.Create(spec, context.Random.Generator("weights"));
        _optimizer = optimizer?.Invoke(Online) ?? context.Networks.CreateOptimizer(options.Optimizer, Online.Parameters.Length);
        int values = options.BatchSize * spec.Heads.Max(head => head.OutputSize);
        (_values, _nextValues, _targets) = (new float[values], new float[values], new float[options.BatchSize]);
        _popArt = popArt is null ? null : new(popArt, Online, _target);
        _balanced = balance is null ? null : new(Online, balance, context.Tasks.Count, options.BatchSize);
    }

    /// <summary>The network that learns and acts.</summary>
    public INetwork Online { get; }

    /// <summary>Gradient steps so far.</summary>
    public long Updates { get; private set; }

    /// <summary>Of the last update: the sum of weighted losses, and the mean value of the chosen actions. NaN before the first.</summary>
    public BatchLoss LastLoss { get; private set; } = new(float.NaN, float.NaN);

    /// <summary>Starts an update with no gradient.</summary>
    public void Begin()
    {
        Online.Gradients.Clear();
        (_loss, _meanValue) = (0, 0);
    }

    /// <summary>Adds the gradient of a task's weighted loss.</summary>
    /// <param name="task">Index of the task, and of its head where there is more than one.</param>
    /// <returns>The weighted loss.</returns>
    /// <exception cref="HubException">EH2006 the loss is not finite; no weight was changed.</exception>
    public float AddTask(int task, ReplayBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        int head = SharedHead.Of(Online.Spec, task);
        int size = batch.Count * Online.Spec.Heads[head].OutputSize;
        var values = _values.AsSpan(0, size);
        var targets = _targets.AsSpan(0, batch.Count);
        ComputeTargets(head, batch, values, targets);
        _popArt?.Normalize(head, targets);
        Online.Forward(head, batch.Observations, values);
        batch.Prioritize(values, targets);
        var loss = _options.LossOf(values, batch.Actions, targets, batch.Weights);
        if (!float.IsFinite(loss.Loss)) throw LearningErrors.Diverged(_tasks[task].Name, Updates, loss.Loss);
        float weight = _weighting.Weigh(task, loss.Loss);
        foreach (ref float gradient in values) gradient *= weight;
        Online.Backward(head, values);
        _balanced?.Take(task, batch, weight * loss.Loss, targets);
        _loss += weight * loss.Loss;
        _meanValue += loss.MeanValue / _tasks.Count;
        return weight * loss.Loss;
    }

    /// <summary>Counts a loss whose gradient others added to <see cref="Online"/>'s.</summary>
    public void AddLoss(double loss) => _loss += (float)loss;

    /// <summary>Clips the gradients, steps, and updates the target network where updates are counted and it is due.</summary>
    public void Apply(float learningRate)
    {
        _balanced?.Sum();
        _optimizer.Step(Online.Parameters, Online.Gradients, learningRate, _options.ClipScale(Online.Gradients));
        Updates++;
        LastLoss = new(_loss, _meanValue);
        if (_balanced is { LooksBack: true }) LookBack(_balanced);
        if (_options.TargetUpdate.Unit == TargetUpdateUnit.Updates && (Updates - _restartedAt) % _options.TargetUpdate.Interval == 0) UpdateTarget();
    }

    /// <summary>What the last update was made of, task by task: the loss with the task's own weight, the factor that the balance gave it, the length of its gradient of the shared
    /// parameters, and the cosine between each two of them. NaN before the first update, and without a balance.</summary>
    /// <param name="losses">Shape <c>[T]</c>.</param>
    /// <param name="weights">Shape <c>[T]</c>.</param>
    /// <param name="norms">Shape <c>[T]</c>.</param>
    /// <param name="cosines">Shape <c>[T, T]</c>.</param>
    public void Describe(Span<double> losses, Span<double> weights, Span<double> norms, Span<double> cosines)
    {
        if (_balanced is not null && Updates > 0)
        {
            _balanced.Describe(losses, weights, norms, cosines);
            return;
        }
        losses.Fill(double.NaN);
        weights.Fill(double.NaN);
        norms.Fill(double.NaN);
        cosines.Fill(double.NaN);
    }

    /// <summary>The greedy policy of the online network. Weights that are loaded through it go to the target network too: learning starts
    /// from them.</summary>
    /// <param name="scalers">One per task.</param>
    public GreedyPolicy CreatePolicy(IReadOnlyList<ObservationScaler> scalers) =>
        new(Online, scalers, onLoaded: SynchronizeTarget, _options.ActionMasks);

    /// <summary>Moves the target network towards the online network.</summary>
    public void UpdateTarget() => _target.Parameters.Interpolate(Online.Parameters, _options.TargetUpdate.Tau);

    /// <summary>Makes the target network equal to the online network, whose weights were overwritten.</summary>
    public void SynchronizeTarget() => _target.Parameters.CopyFrom(Online.Parameters);

    private void LookBack(BalancedUpdate update)
    {
        for (int task = 0; task < _tasks.Count; task++)
        {
            var (batch, targets) = update.BatchOf(task);
            int head = SharedHead.Of(Online.Spec, task);
            var values = _values.AsSpan(0, batch.Count * Online.Spec.Heads[head].OutputSize);
            Online.Forward(head, batch.Observations, values);
            float loss = _options.LossOf(values, batch.Actions, targets.AsSpan(0, batch.Count), batch.Weights).Loss;
            update.LossesAfter[task] = _weighting.Weigh(task, loss) * loss;
        }
        update.LookBack();
    }

    private void ComputeTargets(int head, ReplayBatch batch, Span<float> choices, Span<float> targets)
    {
        var nextValues = _nextValues.AsSpan(0, choices.Length);
        _target.Forward(head, batch.NextObservations, nextValues);
        _popArt?.Denormalize(head, nextValues);
        if (_options.Munchausen is { } munchausen)
        {
            _target.Forward(head, batch.Observations, choices);
            _popArt?.Denormalize(head, choices);
            MunchausenTargets.Compute(munchausen, batch.Rewards, batch.Discounts, choices, batch.Actions, nextValues, targets, batch.NextActionMasks);
            return;
        }
        if (!_options.DoubleQ)
        {
            QTargets.MaxQ(batch.Rewards, batch.Discounts, nextValues, targets, batch.NextActionMasks);
            return;
        }
        Online.Forward(head, batch.NextObservations, choices);
        QTargets.DoubleQ(batch.Rewards, batch.Discounts, nextValues, choices, targets, batch.NextActionMasks);
    }

    /// <summary>Begins anew at given weights: both networks have them, the optimiser is as new, and the first target update is a whole interval
    /// away. <see cref="Updates"/> counts on.</summary>
    /// <param name="parameters">Shape <c>[P]</c>.</param>
    public void Restart(ParameterVector parameters)
    {
        Online.Parameters.CopyFrom(parameters);
        SynchronizeTarget();
        _optimizer.Reset();
        _restartedAt = Updates;
    }

    /// <summary>Writes both networks, the optimiser and the counters.</summary>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        NetworkCheckpoint.Save(Online, writer, "online.");
        NetworkCheckpoint.Save(_target, writer, "target.");
        _optimizer.Save(writer, "optimizer.");
        writer.Write<long>("updates", [Updates, _restartedAt]);
        writer.Write<float>("loss", [LastLoss.Loss, LastLoss.MeanValue]);
        _balanced?.Balance.Save(writer, "balance.");
        _popArt?.Save(writer);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    /// <exception cref="HubException">As <see cref="Check"/>; then the trainer is as it was.</exception>
    public void Load(ICheckpointReader reader)
    {
        Check(reader);
        NetworkCheckpoint.Load(Online, reader, "online.");
        NetworkCheckpoint.Load(_target, reader, "target.");
        _optimizer.Load(reader, "optimizer.");
        Span<long> updates = stackalloc long[2];
        reader.Read("updates", updates);
        Span<float> loss = stackalloc float[2];
        reader.Read("loss", loss);
        (Updates, _restartedAt, LastLoss) = (updates[0], updates[1], new(loss[0], loss[1]));
        _balanced?.Balance.Load(reader, "balance.");
        _popArt?.Load(reader);
    }

    /// <summary>Requires everything that <see cref="Load"/> reads to be there; changes nothing.</summary>
    /// <exception cref="HubException">EH2008 the network has another shape; EH1131 another array has another length; or the checkpoint
    /// lacks one.</exception>
    public void Check(ICheckpointReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        NetworkCheckpoint.Check(Online, reader, "online.");
        NetworkCheckpoint.Check(_target, reader, "target.");
        CheckpointLayout.Require(reader, Save);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _balanced?.Dispose();
        Online.Dispose();
        _target.Dispose();
    }
}
