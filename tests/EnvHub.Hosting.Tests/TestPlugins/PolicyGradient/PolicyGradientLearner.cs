namespace EnvHub.TestPlugins;

/// <summary>An on-policy actor-critic of one task. It uses the contracts and the parts of EnvHub.Learning, and knows nothing of the host.</summary>
/// <remarks>Source: Schulman et al. (2017). Returns are normalised, masks heeded.</remarks>
internal sealed class PolicyGradientLearner : ILearner, IEpisodeCuts
{
    private readonly TaskSpec _task;
    private readonly PolicyGradientOptions _options;
    private readonly int _copies, _flags;
    private readonly ActionHead _head;
    private readonly ObservationScaler _scaler;
    private readonly ReturnNormalizer _returns;
    private readonly Rollout _rollout;
    private readonly ProximalUpdate _update;
    private readonly RandomGenerator _random;
    private readonly float[] _inputs, _outputs, _actions;   // [N, n], [N, out], [N, k]
    private readonly double[] _logProbabilities;            // [N]

    public PolicyGradientLearner(LearnerContext context, PolicyGradientOptions options)
    {
        SingleTask.Require("policy-gradient", context);
        (_task, _options, _copies) = (context.Tasks[0], options, context.Copies);
        _flags = StepGuard.MaskSizeOf(_task.Environment);
        _head = ActionHead.For(_task.Environment.ActionSpace);
        _scaler = new(_task.Environment, useConstants: true);
        _returns = new(_copies, options.Discount);
        _rollout = new(options.Horizon, _copies, _scaler.Size, _head.Size, _flags);
        _update = new(context, options, _head, _scaler.Size, _flags);
        _random = context.Random.Generator("actions");
        (_inputs, _outputs, _actions) = (new float[_copies * _scaler.Size], new float[_copies * _head.Outputs], new float[_copies * _head.Size]);
        _logProbabilities = new double[_copies];
        Policy = new ActorPolicy(_update.Actor, _head, _scaler);
    }

    public IPolicy Policy { get; }

    public void Act(int task, in ObservationBatch observations, in ActionBuffer actions)
    {
        _scaler.Scale(observations.Elements, _inputs);
        _update.Actor.Forward(0, _inputs, _outputs);
        for (int i = 0; i < _copies; i++)
        {
            var (outputs, action) = (_outputs.AsMemory(i * _head.Outputs, _head.Outputs), _actions.AsMemory(i * _head.Size, _head.Size));
            var mask = observations.ActionMasks.Slice(i * _flags, _flags);
            _head.Draw(_random, outputs.Span, mask, action.Span);
            _logProbabilities[i] = _head.LogProbability(outputs.Span, mask, action.Span);
            _head.Give(action.Span, i, actions);
        }
    }

    public void Observe(int task, in TransitionBatch transitions)
    {
        TransitionGuard.CheckNumbers(_task, _copies, transitions);
        int row = _rollout.NextRow;
        _scaler.Scale(transitions.Observations, _rollout.Observations.AsSpan(row * _scaler.Size, _copies * _scaler.Size));
        _scaler.Scale(transitions.NextObservations, _rollout.NextObservations.AsSpan(row * _scaler.Size, _copies * _scaler.Size));
        _actions.CopyTo(_rollout.Actions, row * _head.Size);
        _logProbabilities.CopyTo(_rollout.LogProbabilities, row);
        transitions.ActionMasks.CopyTo(_rollout.Masks.AsSpan(row * _flags));
        for (int i = 0; i < _copies; i++)
        {
            bool ended = transitions.Terminated[i] || transitions.Truncated[i];
            (_rollout.Rewards[row + i], _rollout.Terminated[row + i], _rollout.Ended[row + i]) = (transitions.Rewards[i], transitions.Terminated[i], ended);
            _returns.Add(i, transitions.Rewards[i], ended);
        }
        _rollout.Advance();
    }

    public void Learn()
    {
        if (!_rollout.IsFull) return;
        _update.Critic.Forward(0, _rollout.Observations, _rollout.Values);
        _update.Critic.Forward(0, _rollout.NextObservations, _rollout.NextValues);
        _rollout.Estimate(_options.Discount, _options.Trace, _returns.Scale);
        _update.Run(_rollout);
        _rollout.Clear();
    }

    public IReadOnlyList<MeasureSpec> Measures { get; } =
    [
        new(MeasureSpec.Updates, "gradient steps", MeasureScope.Overall, "Gradient steps so far, of actor and critic each."),
        new("value_loss", "squared return by its scale", MeasureScope.Overall, "The critic's loss in the last update."),
        new("clipped_share", "1", MeasureScope.PerTask, "Share of the last phase's ratios that were clipped."),
    ];

    public void Measure(Span<double> values) => (values[0], values[1], values[2]) = (_update.Updates, _update.ValueLoss, _update.Clipped);

    public void CutEpisodes(int task)
    {
        _rollout.Cut();
        _returns.CutEpisodes();
    }

    public void Save(ICheckpointWriter writer)
    {
        _update.Save(writer);
        _rollout.Save(writer);
        _returns.Save(writer, "returns.");
        GeneratorCheckpoint.Save(_random, writer, "actions");
    }

    public void Load(ICheckpointReader reader)
    {
        CheckpointLayout.Require(reader, Save);
        _update.Load(reader);
        _rollout.Load(reader);
        _returns.Load(reader, "returns.");
        GeneratorCheckpoint.Load(_random, reader, "actions");
    }

    public void Dispose() => _update.Dispose();
}
