namespace EnvHub.Learning;

/// <summary>Holds a student's action values to its source's policy: adds <c>λ KL(softmax(q⁺/τ) ‖ softmax(q/τ))</c> on the student's own transitions.</summary>
/// <remarks>λ follows <see cref="TeacherSchedule"/>. The teacher sees the target's observations as the student does, scaled; where the spaces
/// differ, through the rule's maps. Source: kickstarting, Schmitt et al. (2018); QDagger, Agarwal et al. (2022).</remarks>
public sealed class TeacherTerm : IDisposable
{
    private readonly TeacherOptions _options;
    private readonly TransferRule _rule;
    private readonly INetwork _teacher;
    private readonly DistillationObjective _objective;
    private readonly TrainingReturns _returns;
    private readonly ReferenceScores _scores;
    private readonly double _teacherScore;
    private readonly float[] _inputs, _teacherValues, _targets, _values;

    /// <param name="source">The teacher.</param>
    /// <param name="student">The task that the student learns.</param>
    /// <param name="rule">Its maps say how the spaces correspond.</param>
    /// <exception cref="HubException">EH2103 a task has no reference scores.</exception>
    public TeacherTerm(LearnerContext context, SourceTask source, TaskSpec student, TransferRule rule, QLearningOptions learning, TeacherOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(learning);
        ArgumentNullException.ThrowIfNull(options);
        (_options, _rule) = (options, rule);
        _scores = TeacherSchedule.ScoresOf(student, source.Task) ?? throw LearningErrors.NoReferenceScores(student.Name);
        _teacherScore = (TeacherSchedule.ScoresOf(source.Task, source.Task) ?? throw LearningErrors.NoReferenceScores(source.Task.Name)).Normalise(source.MeanReturn);
        _teacher = source.ToNetwork(context, learning.Network.Activation);
        _objective = new(new() { Kind = DistillationLossKind.Kl, Temperature = options.Temperature, TemperatureOnStudent = true });
        _returns = new(context.Copies, options.Episodes);
        int batch = learning.BatchSize, actions = DiscreteActions.CountOf(student);
        (_inputs, _teacherValues) = (new float[batch * source.Inputs], new float[batch * source.Outputs]);
        (_targets, _values) = (new float[batch * actions], new float[batch * actions]);
    }

    /// <summary>λ now, the options' factor included.</summary>
    public double Weight => _options.Weight * TeacherSchedule.WeightAt(_scores.Normalise(_returns.Mean), _teacherScore);

    /// <summary>Takes the student's returns in.</summary>
    public void Observe(in TransitionBatch transitions) => _returns.Add(transitions);

    /// <summary>Adds the term's gradient.</summary>
    /// <param name="network">The student's network; its last forward becomes this one.</param>
    /// <param name="head">The task's head.</param>
    /// <param name="batch">Of the student's replay.</param>
    /// <returns>λ times the divergence.</returns>
    public double AddGradients(INetwork network, int head, ReplayBatch batch)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        double weight = Weight;
        if (weight == 0) return 0;
        int actions = _values.Length / batch.Count;
        _teacher.Forward(0, TeacherInputs(batch), _teacherValues);
        Gather(_teacherValues, _rule.ActionMap, _targets, batch.Count);
        _objective.ToTarget(_targets, actions);
        network.Forward(head, batch.Observations, _values);
        double loss = _objective.Evaluate(_values, _targets, actions);
        foreach (ref float gradient in _values.AsSpan()) gradient *= (float)weight;
        network.Backward(head, _values);
        return weight * loss;
    }

    private ReadOnlySpan<float> TeacherInputs(ReplayBatch batch)
    {
        if (_rule.ObservationMap is not { } map) return batch.Observations;
        // The map goes from the target's numbers to the teacher's; what the target lacks stays 0.
        int size = map.Count, teacherSize = _inputs.Length / batch.Count;
        for (int i = 0; i < batch.Count; i++)
            for (int number = 0; number < size; number++)
                if (map[number] >= 0) _inputs[i * teacherSize + map[number]] = batch.Observations[i * size + number];
        return _inputs;
    }

    private static void Gather(ReadOnlySpan<float> rows, IReadOnlyList<int>? map, Span<float> gathered, int count)
    {
        if (map is null)
        {
            rows.CopyTo(gathered);
            return;
        }
        int size = rows.Length / count;
        for (int i = 0; i < gathered.Length; i++) gathered[i] = rows[i / map.Count * size + map[i % map.Count]];
    }

    /// <summary>Writes what the schedule depends on.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix) => _returns.Save(writer, prefix);

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix) => _returns.Load(reader, prefix);

    /// <inheritdoc/>
    public void Dispose() => _teacher.Dispose();
}
