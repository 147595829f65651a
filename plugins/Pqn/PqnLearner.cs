using EnvHub.Learning;

namespace EnvHub.Plugins.Pqn;

/// <summary>Q-learning from many copies at once, of one task or several: no replay and no target network; normalised layers keep it steady.</summary>
/// <remarks>Every copy plays a rollout with the weights as they are; its Q(λ) targets are computed once, and some passes of minibatches follow, an equal one
/// from every task in each update, by the gradient of <c>Σᵢ λᵢ Lᵢ</c>. Source: Gallici et al. (2025), Simplifying Deep Temporal Difference Learning. Differs: Adam
/// in place of RAdam; a truncated episode bootstraps; returns are counted in units of their deviation; several tasks.</remarks>
public sealed class PqnLearner : ILearner, IEpisodeCuts
{
    private readonly PqnOptions _options;
    private readonly IReadOnlyList<TaskSpec> _specs;
    private readonly PqnTask[] _tasks;
    private readonly INetwork _network;
    private readonly IOptimizer _optimizer;
    private readonly LinearSchedule _exploration, _learningRate;
    private readonly int _copies;
    private long _steps, _updates;
    private BatchLoss _last = new(float.NaN, float.NaN);

    /// <exception cref="HubException">EH2000 an action space is not discrete; EH2023 a rollout is more than an array holds.</exception>
    public PqnLearner(LearnerContext context, PqnOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        (_options, _specs, _copies) = (options, context.Tasks, context.Copies);
        var spec = options.Network.ToSpec(context.Tasks);
        _tasks = [.. Enumerable.Range(0, context.Tasks.Count).Select(index => new PqnTask(context, index, SharedHead.Of(spec, index), options))];
        _network = context.Networks.Create(spec, context.Random.Generator("weights"));
        _optimizer = context.Networks.CreateOptimizer(options.Optimizer, _network.Parameters.Length);
        (_exploration, _learningRate) = (options.Exploration(context.TotalSteps), options.LearningRates(context.TotalSteps));
        Policy = new GreedyPolicy(_network, [.. _tasks.Select(task => task.Scaler)], usesMasks: options.ActionMasks);
    }

    /// <inheritdoc/>
    public IPolicy Policy { get; }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureSpec> Measures => QMeasures.Specs;

    /// <inheritdoc/>
    public void Measure(Span<double> values) => QMeasures.Write(values, _updates, _last, _exploration.At(_steps), _learningRate.At(_steps));

    /// <inheritdoc/>
    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions) => _tasks[task].Act(_network, _exploration.At(_steps), observations, actions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH2002 to EH2005, EH2019 a transition is malformed or not finite; nothing was stored.</exception>
    public void Observe(int task, in TransitionBatch transitions) => _tasks[task].Observe(_network, transitions);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH4840 a task's loss is not finite.</exception>
    public void Learn()
    {
        _steps += _copies;
        // All tasks take their steps together.
        if (!_tasks[0].IsDue) return;
        foreach (var task in _tasks) task.Prepare(_network);
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            foreach (var task in _tasks) task.Shuffle();
            for (int number = 0; number < _options.Minibatches; number++) Update(number);
        }
        foreach (var task in _tasks) task.Clear();
    }

    /// <inheritdoc/>
    public void CutEpisodes(int task) => _tasks[task].CutEpisodes(_network);

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<long>("clock", [_steps, _updates]);
        writer.Write<float>("loss", [_last.Loss, _last.MeanValue]);
        NetworkCheckpoint.Save(_network, writer, "network.");
        _optimizer.Save(writer, "optimizer.");
        foreach (var task in _tasks) task.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>A load that fails leaves the learner as it was.</remarks>
    public void Load(ICheckpointReader reader) => WholeLoad.Run(reader, Save, LoadParts);

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private void Update(int number)
    {
        _network.Gradients.Clear();
        float loss = 0, value = 0;
        for (int task = 0; task < _tasks.Length; task++)
        {
            float weight = (float)_specs[task].Weight;
            var own = _tasks[task].AddGradients(_network, number, weight, _updates);
            loss += weight * own.Loss;
            value += own.MeanValue / _tasks.Length;
        }
        _optimizer.Step(_network.Parameters, _network.Gradients, (float)_learningRate.At(_steps), _options.ClipScale(_network.Gradients));
        _updates++;
        _last = new(loss, value);
    }

    private void LoadParts(ICheckpointReader reader)
    {
        Span<long> clock = stackalloc long[2];
        reader.Read("clock", clock);
        Span<float> loss = stackalloc float[2];
        reader.Read("loss", loss);
        NetworkCheckpoint.Load(_network, reader, "network.");
        _optimizer.Load(reader, "optimizer.");
        foreach (var task in _tasks) task.Load(reader);
        (_steps, _updates, _last) = (clock[0], clock[1], new(loss[0], loss[1]));
    }
}
