using EnvHub.Learning;
using EnvHub.Numerics;

namespace EnvHub.Plugins.Pqn;

/// <summary>What the learner keeps of one task: how it explores, its rollout, and in what unit it counts returns.</summary>
/// <remarks>Its random streams are named after the task, so that no other task changes what it draws.</remarks>
internal sealed class PqnTask
{
    private readonly TaskSpec _task;
    private readonly PqnOptions _options;
    private readonly int _head, _copies, _actionCount;
    private readonly EpsilonGreedy _explorer;
    private readonly RolloutBuffer _rollout;
    private readonly ReturnNormalizer? _returns;
    private readonly RandomGenerator _shuffling;
    private readonly int[] _order, _actions;               // [T N], [B]
    private readonly float[] _values, _targets, _rewards;  // [T N]
    private readonly float[] _inputs, _outputs, _chosen;   // [B, n], [B, A], [B]

    public PqnTask(LearnerContext context, int index, int head, PqnOptions options)
    {
        (_task, _options, _head, _copies) = (context.Tasks[index], options, head, context.Copies);
        _actionCount = DiscreteActions.CountOf(_task);
        Scaler = new(_task.Environment, options.ScaleObservations, options.Network.ChannelsFirst);
        _explorer = new(index, _actionCount, _copies, Scaler, context.Random.Scope("exploration").Generator(_task.Name));
        _shuffling = context.Random.Scope("minibatches").Generator(_task.Name);
        _rollout = new(options.RolloutSteps, _copies, Scaler, UsesMasks ? _actionCount : 0);
        _returns = options.NormalizeReturns ? new(_copies, options.Discount) : null;
        int size = options.RolloutSteps * _copies, batch = (size + options.Minibatches - 1) / options.Minibatches;
        (_order, _actions) = ([.. Enumerable.Range(0, size)], new int[batch]);
        (_values, _targets, _rewards) = (new float[size], new float[size], new float[size]);
        // A step of all copies is looked at together too.
        int rows = Math.Max(batch, _copies);
        (_inputs, _outputs, _chosen) = (new float[rows * Scaler.Size], new float[rows * _actionCount], new float[batch]);
    }

    /// <summary>What the network sees of the task's observations.</summary>
    public ObservationScaler Scaler { get; }

    /// <summary>Whether a rollout is complete.</summary>
    public bool IsDue => _rollout.IsFull;

    private bool UsesMasks => _options.ActionMasks && _task.Environment.HasActionMasks;

    public void Act(INetwork network, double epsilon, in ObservationBatch observations, in ActionBuffer actions) =>
        _explorer.Act(network, epsilon, _options.ActionMasks ? observations : observations.Elements, actions.Discrete);

    /// <summary>Adds a step of all copies to the rollout.</summary>
    /// <param name="network">Says what is worth what lies behind a limit. It does not change within a rollout.</param>
    public void Observe(INetwork network, in TransitionBatch transitions)
    {
        TransitionGuard.Check(_task, _copies, _actionCount, transitions);
        _rollout.Add(transitions);
        int cut = 0;
        for (int i = 0; i < _copies; i++)
        {
            bool ended = transitions.Terminated[i] || transitions.Truncated[i];
            _returns?.Add(i, transitions.Rewards[i], ended);
            if (ended && !transitions.Terminated[i]) _order[cut++] = i;
        }
        Bootstrap(network, cut);
    }

    /// <summary>Ends the copies' episodes where they are.</summary>
    public void CutEpisodes(INetwork network)
    {
        _returns?.CutEpisodes();
        if (_rollout.Count == 0) return;
        int cut = 0;
        for (int i = 0; i < _copies; i++)
            if (!_rollout.HasEnded(i)) _order[cut++] = i;
        Bootstrap(network, cut);
    }

    /// <summary>Computes the rollout's targets with the weights that it was played with.</summary>
    public void Prepare(INetwork network)
    {
        int size = _targets.Length, rows = _outputs.Length / _actionCount;
        for (int first = 0; first < size; first += rows)
        {
            int count = Math.Min(rows, size - first);
            var outputs = _outputs.AsSpan(0, count * _actionCount);
            network.Forward(_head, _rollout.NextInputs.Slice(first * Scaler.Size, count * Scaler.Size), outputs);
            for (int i = 0; i < count; i++)
                _values[first + i] = _rollout.Ends[first + i] ? _rollout.Bootstraps[first + i] : BestOf(outputs.Slice(i * _actionCount, _actionCount), MaskOf(first + i));
        }
        float factor = (float)(1 / (_returns?.Scale ?? 1));
        for (int i = 0; i < size; i++) _rewards[i] = factor * _rollout.Rewards[i];
        LambdaTargets.Compute(_rewards, _values, _rollout.Ends, _copies, _options.Discount, _options.Lambda, _targets);
        for (int i = 0; i < size; i++) _order[i] = i;
    }

    /// <summary>Puts the rollout's transitions into another order, for a pass.</summary>
    public void Shuffle() => RandomChoice.Shuffle(_shuffling, _order);

    /// <summary>Adds the gradient of a minibatch's loss to the network's.</summary>
    /// <param name="number">Of the minibatch, from 0.</param>
    /// <param name="updates">So far, for the message.</param>
    /// <returns>The loss, not weighted, and the mean value of the actions taken.</returns>
    /// <exception cref="HubException">EH2006 the loss is not finite; no weight was changed.</exception>
    public BatchLoss AddGradients(INetwork network, int number, float weight, long updates)
    {
        int first = (int)((long)_order.Length * number / _options.Minibatches), end = (int)((long)_order.Length * (number + 1) / _options.Minibatches);
        var indices = _order.AsSpan(first, end - first);
        Span<float> inputs = _inputs.AsSpan(0, indices.Length * Scaler.Size), values = _outputs.AsSpan(0, indices.Length * _actionCount);
        Span<float> targets = _chosen.AsSpan(0, indices.Length);
        var actions = _actions.AsSpan(0, indices.Length);
        _rollout.Gather(indices, inputs, actions);
        for (int i = 0; i < indices.Length; i++) targets[i] = _targets[indices[i]];
        network.Forward(_head, inputs, values);
        var loss = _options.LossOf(values, actions, targets);
        if (!float.IsFinite(loss.Loss)) throw PqnErrors.Diverged(_task.Name, updates, loss.Loss);
        foreach (ref float gradient in values) gradient *= weight;
        network.Backward(_head, values);
        return loss;
    }

    /// <summary>Begins the next rollout.</summary>
    public void Clear() => _rollout.Clear();

    public void Save(ICheckpointWriter writer)
    {
        writer.Write<int>(Name("copies"), [_copies]);
        _explorer.Save(writer, Name("exploration"));
        GeneratorCheckpoint.Save(_shuffling, writer, Name("minibatches"));
        _returns?.Save(writer, Name("returns."));
        _rollout.Save(writer, Name("rollout."));
    }

    public void Load(ICheckpointReader reader)
    {
        Span<int> copies = stackalloc int[1];
        reader.Read(Name("copies"), copies);
        if (copies[0] != _copies) throw PqnErrors.WrongCopies(_task.Name, copies[0], _copies);
        CheckpointLayout.Require(reader, Save);
        _explorer.Load(reader, Name("exploration"));
        GeneratorCheckpoint.Load(_shuffling, reader, Name("minibatches"));
        _returns?.Load(reader, Name("returns."));
        _rollout.Load(reader, Name("rollout."));
    }

    // Of the copies that the order's beginning names: it is not in use while a rollout is played.
    private void Bootstrap(INetwork network, int count)
    {
        if (count == 0) return;
        for (int i = 0; i < count; i++) _rollout.LastInput(_order[i]).CopyTo(_inputs.AsSpan(i * Scaler.Size));
        var outputs = _outputs.AsSpan(0, count * _actionCount);
        network.Forward(_head, _inputs.AsSpan(0, count * Scaler.Size), outputs);
        for (int i = 0; i < count; i++)
            _rollout.SetBootstrap(_order[i], BestOf(outputs.Slice(i * _actionCount, _actionCount), _rollout.LastMask(_order[i])));
    }

    private static float BestOf(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask) => values[Greedy.ArgMax(values, mask)];

    private ReadOnlySpan<bool> MaskOf(int index) => _rollout.NextMasks.IsEmpty ? [] : _rollout.NextMasks.Slice(index * _actionCount, _actionCount);

    private string Name(string part) => $"task.{_task.Name}.{part}";
}
