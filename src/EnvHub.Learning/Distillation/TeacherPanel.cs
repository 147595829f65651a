namespace EnvHub.Learning;

/// <summary>The teachers of one task: what they say of observations, averaged where they are several.</summary>
/// <remarks>Averaged are the distributions, for KL and cross-entropy, so that teachers of different units count alike; for MSE the action values,
/// which then should be in one unit. A teacher that tells probabilities is matched as it is, without a temperature. Teachers take observations as the
/// environment gives them and scale them themselves.</remarks>
public sealed class TeacherPanel
{
    private readonly TaskSpec _task;
    private readonly (IPolicy Policy, int Task)[] _teachers;
    private readonly DistillationObjective _objective;
    private readonly int _actionCount;
    private readonly float[] _values;   // [N, A]

    /// <param name="context">Whose sources teach, and whose copies are judged at a time.</param>
    /// <param name="objective">What becomes of action values.</param>
    /// <exception cref="HubException">EH2202 a teacher is not there or has other actions or observations.</exception>
    public TeacherPanel(LearnerContext context, TaskSpec task, TeacherAssignment assignment, DistillationObjective objective)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(objective);
        if (assignment.Refusal(task) is { } reason) throw LearningErrors.BadTeacher(task.Name, reason);
        var seats = assignment.SeatsOf(task);
        (_task, _objective, _actionCount) = (task, objective, DiscreteActions.CountOf(task));
        _teachers = [.. seats.Select(seat => (PolicyOf(context.Sources[seat.Source], task), seat.Task))];
        MeanReturn = seats.Average(seat => context.Sources[seat.Source].Returns[seat.Task]);
        _values = new float[context.Copies * _actionCount];
    }

    /// <summary>Mean greedy return of the teachers when they had learned.</summary>
    public double MeanReturn { get; }

    /// <summary>What the student is held to; the highest of a row is the panel's action.</summary>
    /// <param name="observations">One row per copy; an action that a mask excludes has no probability, but an action value all the same.</param>
    /// <param name="targets">Receives probabilities, or action values for MSE; shape <c>[N, A]</c>.</param>
    /// <exception cref="HubException">EH2203 a teacher's action value is not finite.</exception>
    public void Judge(in ObservationBatch observations, Span<float> targets)
    {
        targets.Clear();
        float share = 1f / _teachers.Length;
        foreach (var (policy, task) in _teachers)
        {
            Ask(policy, task, observations);
            for (int i = 0; i < targets.Length; i++) targets[i] += share * _values[i];
        }
    }

    private void Ask(IPolicy policy, int task, in ObservationBatch observations)
    {
        if (policy is IActionProbabilityPolicy probable)
        {
            probable.ActionProbabilities(task, observations, _values);
            RequireFinite();
            return;
        }
        ((IActionValuePolicy)policy).ActionValues(task, observations.Elements, _values);
        RequireFinite();
        if (_objective.IsOverProbabilities) Exclude(observations.ActionMasks);
        _objective.ToTarget(_values, _actionCount);
    }

    private IPolicy PolicyOf(LearnerSource source, TaskSpec task) => source.Policy switch
    {
        IActionProbabilityPolicy policy when _objective.IsOverProbabilities => policy,
        IActionProbabilityPolicy => throw LearningErrors.BadTeacher(task.Name,
            $"Its teacher, the stage '{source.Stage}', tells probabilities of actions, and the loss mse is over action values. Choose kl or crossEntropy."),
        IActionValuePolicy policy => policy,
        _ => throw LearningErrors.BadTeacher(task.Name,
            $"Its teacher, the stage '{source.Stage}', has a policy without action values or probabilities; a teacher needs them. Name a stage of a learner of action values."),
    };

    private void Exclude(ReadOnlySpan<bool> masks)
    {
        for (int i = 0; i < masks.Length; i++)
            if (!masks[i]) _values[i] = float.NegativeInfinity;
    }

    private void RequireFinite()
    {
        foreach (float value in _values)
            if (!float.IsFinite(value)) throw LearningErrors.TeacherNotFinite(_task.Name, value);
    }
}
