using EnvHub.Learning;
using EnvHub.Numerics;

namespace EnvHub.Plugins.Distillation;

/// <summary>What the student keeps of one task: its teachers, who acts, and what it was taught; with rewards, its transitions too.</summary>
internal sealed class DistilledTask
{
    private readonly TaskSpec _task;
    private readonly int _index, _copies, _batchSize;
    private readonly bool _usesMasks;
    private readonly DistillationObjective _objective;
    private readonly TeacherPanel? _teachers;     // null: nobody to learn from; the learner only plays
    private readonly RolloutActor _actor;
    private readonly LessonBuffer _lessons;
    private readonly RandomGenerator _sampling;
    private readonly TaskLearner? _rewards;       // null: taught alone
    private readonly TeacherWeight? _weight;      // null: always 1
    private readonly float[] _judged;             // [N, A]
    private readonly float[] _inputs, _targets, _values;   // [B, n], [B, A], [B, A]

    public DistilledTask(LearnerContext context, int index, DistillationOptions options, DistillationObjective objective)
    {
        (_task, _index, _copies, _batchSize, _objective) = (context.Tasks[index], index, context.Copies, options.BatchSize, objective);
        (Scaler, _usesMasks) = (new(_task.Environment, options.ScaleObservations, options.Network.ChannelsFirst), options.ActionMasks);
        ActionCount = DiscreteActions.CountOf(_task);
        _teachers = context.Sources.Count == 0 ? null : new(context, _task, new(context.Sources, options.Teachers), objective);
        _actor = new(context, index, options.Data.Per, Scaler);
        _lessons = new(options.BufferCapacity, Scaler, ActionCount, context.Copies);
        _sampling = context.Random.Scope("lessons").Generator(_task.Name);
        _rewards = options.Rl ? new(context, index, options) : null;
        _weight = options.Rl && _teachers is not null ? new(context, _task, _teachers.MeanReturn, options.TeacherWeight) : null;
        _judged = new float[context.Copies * ActionCount];
        (_inputs, _targets, _values) = (new float[_batchSize * Scaler.Size], new float[_batchSize * ActionCount], new float[_batchSize * ActionCount]);
    }

    /// <summary>What the network sees of the task's observations.</summary>
    public ObservationScaler Scaler { get; }

    public int ActionCount { get; }

    /// <summary>Whether there is something to learn from.</summary>
    public bool CanSample => _lessons.Count > 0 && (_rewards?.CanSample ?? true);

    public void Act(INetwork student, (double Teacher, double Random) chances, in ObservationBatch observations, Span<int> actions) =>
        _actor.Act(_teachers ?? throw DistillationErrors.NoTeacher(_task.Name), student, chances, _usesMasks ? observations : observations.Elements, actions);

    public void CutEpisodes()
    {
        _rewards?.CutEpisodes();
        _weight?.CutEpisodes();
        for (int copy = 0; copy < _copies; copy++) _actor.Observe(copy, ended: true);
    }

    /// <summary>Stores what the teachers say of the observations that were acted on and, with rewards, the transitions.</summary>
    /// <param name="steps">Steps so far: once the teachers' weight is 0 for ever they are not asked.</param>
    public void Observe(in TransitionBatch transitions, long steps)
    {
        var teachers = _teachers ?? throw DistillationErrors.NoTeacher(_task.Name);
        TransitionGuard.Check(_task, _copies, ActionCount, transitions);
        if (!IsTeachingOver(steps)) StoreLessons(teachers, new(transitions.Observations, _usesMasks ? transitions.ActionMasks : []));
        _rewards?.Observe(transitions);
        for (int copy = 0; copy < _copies; copy++)
        {
            bool ended = transitions.Terminated[copy] || transitions.Truncated[copy];
            _actor.Observe(copy, ended);
            _weight?.Add(copy, transitions.Rewards[copy], ended);
        }
    }

    private bool IsTeachingOver(long steps) => _weight is not null && _weight.HasEnded(steps) && _lessons.Count > 0;

    private void StoreLessons(TeacherPanel teachers, in ObservationBatch observations)
    {
        teachers.Judge(observations, _judged);
        for (int copy = 0; copy < _copies; copy++)
            _lessons.Add(observations.Elements.Slice(copy * Scaler.ElementSize, Scaler.ElementSize), _judged.AsSpan(copy * ActionCount, ActionCount), copy);
    }

    /// <summary>Adds the gradients of one batch, of rewards and of lessons.</summary>
    /// <returns>The mean value of the student's best actions on the lessons; NaN where none counted.</returns>
    /// <exception cref="HubException">EH2006, EH4750 a loss is not finite; no weight was changed.</exception>
    public float AddGradients(QNetworkTrainer network, long steps)
    {
        if (_rewards is not null) network.AddTask(_index, _rewards.Sample());
        double weight = _task.Weight * (_weight?.At(steps) ?? 1);
        return weight > 0 ? AddLessons(network, weight) : float.NaN;
    }

    private float AddLessons(QNetworkTrainer network, double weight)
    {
        _lessons.Sample(_sampling, _inputs, _targets);
        network.Online.Forward(_index, _inputs, _values);
        double best = 0;
        for (int row = 0; row < _values.Length; row += ActionCount) best += _values[row + Greedy.ArgMax(_values.AsSpan(row, ActionCount))];
        double loss = _objective.Evaluate(_values, _targets, ActionCount);
        if (!double.IsFinite(loss)) throw DistillationErrors.Diverged(_task.Name, network.Updates, loss);
        foreach (ref float gradient in _values.AsSpan()) gradient *= (float)weight;
        network.Online.Backward(_index, _values);
        network.AddLoss(weight * loss);
        return (float)(best / _batchSize);
    }

    public void Save(ICheckpointWriter writer)
    {
        _actor.Save(writer, Name("actor."));
        GeneratorCheckpoint.Save(_sampling, writer, Name("lessons.generator"));
        _lessons.Save(writer, Name("lessons."));
        _weight?.Save(writer, Name("weight."));
        _rewards?.Save(writer);
    }

    public void Load(ICheckpointReader reader)
    {
        _actor.Load(reader, Name("actor."));
        GeneratorCheckpoint.Load(_sampling, reader, Name("lessons.generator"));
        _lessons.Load(reader, Name("lessons."));
        _weight?.Load(reader, Name("weight."));
        _rewards?.Load(reader);
    }

    private string Name(string part) => $"distilled.{_task.Name}.{part}";
}
