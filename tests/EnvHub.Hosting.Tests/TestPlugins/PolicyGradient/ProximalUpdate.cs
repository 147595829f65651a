namespace EnvHub.TestPlugins;

/// <summary>Actor and critic, and what a learning phase does to them.</summary>
/// <remarks>Source: Schulman et al. (2017), the clipped surrogate objective.</remarks>
internal sealed class ProximalUpdate : IDisposable
{
    private const double LargestNorm = 0.5;

    private readonly PolicyGradientOptions _options;
    private readonly ActionHead _head;
    private readonly IOptimizer _actorOptimizer, _criticOptimizer;
    private readonly RandomGenerator _shuffle;
    private readonly int[] _order;
    private readonly float[] _inputs, _outputs, _gradients, _values;   // [B, n], [B, out], [B, out], [B]
    private readonly int _size, _flags;

    public ProximalUpdate(LearnerContext context, PolicyGradientOptions options, ActionHead head, int observationSize, int maskSize)
    {
        (_options, _head, _size, _flags) = (options, head, observationSize, maskSize);
        Actor = Create("actor", head.Outputs);
        Critic = Create("critic", 1);
        _actorOptimizer = context.Networks.CreateOptimizer(new(), Actor.Parameters.Length);
        _criticOptimizer = context.Networks.CreateOptimizer(new(), Critic.Parameters.Length);
        _shuffle = context.Random.Generator("minibatches");
        _order = [.. Enumerable.Range(0, options.Horizon * context.Copies)];
        int batch = Math.Min(options.BatchSize, _order.Length);
        (_inputs, _outputs, _gradients, _values) = (new float[batch * _size], new float[batch * head.Outputs], new float[batch * head.Outputs], new float[batch]);

        INetwork Create(string name, int outputs) => context.Networks.Create(new()
        {
            Heads = [new(name, observationSize, outputs)], Hidden = [options.Hidden, options.Hidden], Activation = Activation.Tanh,
        }, context.Random.Generator(name));
    }

    public INetwork Actor { get; }

    public INetwork Critic { get; }

    public long Updates { get; private set; }

    public double ValueLoss { get; private set; } = double.NaN;

    /// <summary>Share of the rows of the last phase whose ratio was clipped.</summary>
    public double Clipped { get; private set; } = double.NaN;

    public void Run(Rollout rollout)
    {
        int batch = _values.Length, clipped = 0, rows = 0;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            RandomChoice.Shuffle(_shuffle, _order);
            for (int start = 0; start + batch <= _order.Length; start += batch, rows += batch)
                clipped += Step(rollout, _order.AsSpan(start, batch));
        }
        Clipped = (double)clipped / rows;
    }

    private int Step(Rollout rollout, ReadOnlySpan<int> rows)
    {
        for (int i = 0; i < rows.Length; i++) rollout.Observations.AsSpan(rows[i] * _size, _size).CopyTo(_inputs.AsSpan(i * _size));
        Actor.Forward(0, _inputs, _outputs);
        int clipped = 0;
        for (int i = 0; i < rows.Length; i++) clipped += ActorGradient(rollout, rows[i], i, rows.Length);
        Apply(Actor, _gradients, _actorOptimizer);
        Critic.Forward(0, _inputs, _values);
        double loss = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            float error = _values[i] - rollout.Targets[rows[i]];
            loss += error * error / rows.Length;
            _values[i] = error / rows.Length;
        }
        Apply(Critic, _values, _criticOptimizer);
        (ValueLoss, Updates) = (loss, Updates + 1);
        return clipped;
    }

    private int ActorGradient(Rollout rollout, int row, int at, int count)
    {
        var outputs = _outputs.AsSpan(at * _head.Outputs, _head.Outputs);
        var gradient = _gradients.AsSpan(at * _head.Outputs, _head.Outputs);
        var action = rollout.Actions.AsSpan(row * _head.Size, _head.Size);
        var mask = rollout.Masks.AsSpan(row * _flags, _flags);
        double ratio = Math.Exp(_head.LogProbability(outputs, mask, action) - rollout.LogProbabilities[row]), advantage = rollout.Advantages[row];
        bool isClipped = advantage > 0 ? ratio > 1 + _options.Clip : ratio < 1 - _options.Clip;
        if (isClipped) gradient.Clear();
        else _head.Gradient(outputs, mask, action, -advantage * ratio / count, gradient);
        return isClipped ? 1 : 0;
    }

    private void Apply(INetwork network, ReadOnlySpan<float> outputGradients, IOptimizer optimizer)
    {
        network.Gradients.Clear();
        network.Backward(0, outputGradients);
        optimizer.Step(network.Parameters, network.Gradients, (float)_options.LearningRate, GradientNorm.ClipScale(network.Gradients, LargestNorm));
    }

    public void Save(ICheckpointWriter writer)
    {
        NetworkCheckpoint.Save(Actor, writer, "actor.");
        NetworkCheckpoint.Save(Critic, writer, "critic.");
        _actorOptimizer.Save(writer, "optimizer.actor.");
        _criticOptimizer.Save(writer, "optimizer.critic.");
        GeneratorCheckpoint.Save(_shuffle, writer, "minibatches");
        writer.Write<int>("order", _order);
        writer.Write<long>("updates", [Updates]);
        writer.Write<double>("measures", [ValueLoss, Clipped]);
    }

    public void Load(ICheckpointReader reader)
    {
        NetworkCheckpoint.Load(Actor, reader, "actor.");
        NetworkCheckpoint.Load(Critic, reader, "critic.");
        _actorOptimizer.Load(reader, "optimizer.actor.");
        _criticOptimizer.Load(reader, "optimizer.critic.");
        GeneratorCheckpoint.Load(_shuffle, reader, "minibatches");
        reader.Read<int>("order", _order);
        Span<long> updates = stackalloc long[1];
        Span<double> measures = stackalloc double[2];
        reader.Read("updates", updates);
        reader.Read("measures", measures);
        (Updates, ValueLoss, Clipped) = (updates[0], measures[0], measures[1]);
    }

    public void Dispose()
    {
        Actor.Dispose();
        Critic.Dispose();
    }
}
