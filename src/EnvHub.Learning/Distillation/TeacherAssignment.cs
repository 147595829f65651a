namespace EnvHub.Learning;

/// <summary>Which sources teach which task: those named for it, else all that learned a task of the same name.</summary>
/// <remarks>A teacher is named <c>stage/task</c>, or by its stage alone where the task there has the same name. Named twice, it counts twice.</remarks>
public sealed class TeacherAssignment
{
    private readonly IReadOnlyList<StageSource> _sources;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _named;

    /// <param name="sources">What earlier stages learned.</param>
    /// <param name="named">Names of teachers by task; tasks left out have those of the same name.</param>
    public TeacherAssignment(IReadOnlyList<StageSource> sources, IReadOnlyDictionary<string, IReadOnlyList<string>> named)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(named);
        (_sources, _named) = (sources, named);
    }

    /// <summary>As above, of sources that have run.</summary>
    public TeacherAssignment(IReadOnlyList<LearnerSource> sources, IReadOnlyDictionary<string, IReadOnlyList<string>> named)
        : this([.. sources.Select(source => new StageSource(source.Stage, source.Tasks))], named)
    {
    }

    /// <summary>Why the assignment does not do for a stage with <paramref name="tasks"/>, in a sentence; null if it does.</summary>
    public string? Refusal(IReadOnlyList<TaskSpec> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        string? stranger = _named.Keys.FirstOrDefault(name => tasks.All(task => task.Name != name));
        return stranger is null ? tasks.Select(Refusal).FirstOrDefault(reason => reason is not null)
            : $"Teachers are named for '{stranger}', which is no task of this stage; its tasks are {Names(tasks.Select(task => task.Name))}.";
    }

    /// <summary>Why <paramref name="task"/> cannot be taught, in a sentence; null if it can.</summary>
    public string? Refusal(TaskSpec task)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (string name in NamesFor(task))
            if (Seats(name, task).Count == 0) return $"The teacher '{name}' of '{task.Name}' is none of the sources' tasks, which are {Known()}.";
        var seats = SeatsOf(task);
        return seats.Count == 0 ? $"No source learned a task called '{task.Name}': they learned {Known()}. Name its teachers in teachers."
            : seats.Select(seat => Mismatch(task, seat)).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>The teachers of <paramref name="task"/>; empty where none is found.</summary>
    public IReadOnlyList<TeacherSeat> SeatsOf(TaskSpec task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return _named.ContainsKey(task.Name) ? [.. NamesFor(task).SelectMany(name => Seats(name, task))] : Where(seat => TaskOf(seat).Name == task.Name);
    }

    private IReadOnlyList<string> NamesFor(TaskSpec task) => _named.TryGetValue(task.Name, out var names) ? names : [];

    private IReadOnlyList<TeacherSeat> Seats(string name, TaskSpec task) =>
        Where(seat => NameOf(seat) == name || (_sources[seat.Source].Stage == name && TaskOf(seat).Name == task.Name));

    private IReadOnlyList<TeacherSeat> Where(Func<TeacherSeat, bool> condition) =>
        [.. Enumerable.Range(0, _sources.Count).SelectMany(source => Enumerable.Range(0, _sources[source].Tasks.Count)
            .Select(task => new TeacherSeat(source, task))).Where(condition)];

    private string? Mismatch(TaskSpec task, TeacherSeat seat)
    {
        var (student, teacher) = (task.Environment, TaskOf(seat).Environment);
        if (_sources[seat.Source].PolicyType is { } policy && !policy.IsAssignableTo(typeof(IActionValuePolicy)) && !policy.IsAssignableTo(typeof(IActionProbabilityPolicy)))
            return $"The policy of its teacher '{NameOf(seat)}' has no action values or probabilities, which a teacher needs. Name a stage of a learner of action values.";
        string? refusal = DiscreteActions.Refusal(TaskOf(seat));
        if (refusal is not null) return $"Its teacher '{NameOf(seat)}' cannot teach it. {refusal}";
        if (DiscreteActions.CountOf(TaskOf(seat)) is var count && count != DiscreteActions.CountOf(task))
            return $"The teacher '{NameOf(seat)}' has {count} actions and '{task.Name}' has {DiscreteActions.CountOf(task)}; both must have as many.";
        int size = teacher.ObservationSpace.ElementSize;
        return size == student.ObservationSpace.ElementSize ? null
            : $"The teacher '{NameOf(seat)}' observes {size} elements and '{task.Name}' has {student.ObservationSpace.ElementSize}; both must have as many.";
    }

    private TaskSpec TaskOf(TeacherSeat seat) => _sources[seat.Source].Tasks[seat.Task];

    private string NameOf(TeacherSeat seat) => $"{_sources[seat.Source].Stage}/{TaskOf(seat).Name}";

    private string Known() => Names(Where(static _ => true).Select(NameOf));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'").DefaultIfEmpty("none"));
}
