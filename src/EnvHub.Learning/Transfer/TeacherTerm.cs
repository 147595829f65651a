namespace EnvHub.Learning;

/// <summary>Holds a student's action values to its source's policy: adds <c>λ KL(softmax(q⁺/τ) ‖ softmax(q/τ))</c> on the student's own transitions.</summary>
/// <remarks>λ is a <see cref="TeacherWeight"/>, by which a teacher falls silent as the student comes near its return. The teacher sees the target's
/// observations as the student does, scaled; where the spaces differ, through the rule's maps. Source: kickstarting, Schmitt et al.
/// (2018); QDagger, Agarwal et al. (2022).</remarks>
public sealed class TeacherTerm : IDisposable
{
    private readonly TransferRule _rule;
    private readonly INetwork _teacher;
    private readonly DistillationObjective _objective;
    private readonly TeacherWeight _weight;
    private readonly float[] _inputs, _teacherValues, _targets, _values;   // [B, n⁺], [B, A⁺], [B, A], [B, A]

    /// <param name="source">The teacher, whose mean return at its stage's end is what the student's is measured by.</param>
    /// <param name="student">The task that the student learns.</param>
    /// <param name="rule">Its maps say how the spaces correspond.</param>
    /// <param name="learning">How the student learns.</param>
    /// <exception cref="HubException">EH2201 the random policy's return is needed and not known.</exception>
    public TeacherTerm(LearnerContext context, SourceTask source, TaskSpec student, TransferRule rule, QLearningOptions learning, TeacherOptions options)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(learning);
        ArgumentNullException.ThrowIfNull(options);
        _rule = rule;
        _weight = new(context, student, source.MeanReturn, options.For(student, source.Task).Weight);
        _teacher = source.ToNetwork(context, learning.Network.Activation);
        _objective = new(new() { Kind = DistillationLossKind.Kl, Temperature = options.Temperature, TemperatureOnStudent = true });
        int batch = learning.BatchSize, actions = DiscreteActions.CountOf(student);
        (_inputs, _teacherValues) = (new float[batch * source.Inputs], new float[batch * source.Outputs]);
        (_targets, _values) = (new float[batch * actions], new float[batch * actions]);
    }

    /// <summary>λ after <paramref name="steps"/> steps of the stage.</summary>
    public double WeightAt(long steps) => _weight.At(steps);

    /// <summary>Takes the student's rewards in.</summary>
    public void Observe(in TransitionBatch transitions)
    {
        for (int i = 0; i < transitions.Count; i++)
            _weight.Add(i, transitions.Rewards[i], transitions.Terminated[i] || transitions.Truncated[i]);
    }

    /// <summary>Forgets the returns of episodes under way; see <see cref="IEpisodeCuts"/>.</summary>
    public void CutEpisodes() => _weight.CutEpisodes();

    /// <summary>Adds the term's gradient to the network's.</summary>
    /// <param name="network">The student's; its last forward becomes this one.</param>
    /// <param name="head">The task's head.</param>
    /// <param name="batch">Of the student's replay.</param>
    /// <param name="weight">λ.</param>
    /// <returns>λ times the divergence.</returns>
    public double AddGradients(INetwork network, int head, ReplayBatch batch, double weight)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
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
        int teacherSize = _inputs.Length / batch.Count;
        for (int i = 0; i < batch.Count; i++)
            for (int number = 0; number < map.Count; number++)
                if (map[number] >= 0) _inputs[i * teacherSize + map[number]] = batch.Observations[i * map.Count + number];
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

    /// <summary>Writes what λ depends on.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix) => _weight.Save(writer, prefix);

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix) => _weight.Load(reader, prefix);

    /// <inheritdoc/>
    public void Dispose() => _teacher.Dispose();
}
