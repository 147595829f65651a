namespace EnvHub.Hosting;

/// <summary>What a trial's learner tells of itself, as it was last read.</summary>
internal sealed class TrialMeasures
{
    private readonly ILearner _learner;
    private readonly int _tasks;
    private readonly int[] _offsets;    // of each measure's first value
    private readonly double[] _values;

    /// <param name="name">The learner's, for messages.</param>
    /// <param name="tasks">Number of tasks.</param>
    /// <exception cref="HubException">EH3640 a measure's name stands twice, or is one of the host's own columns.</exception>
    public TrialMeasures(ILearner learner, string name, int tasks)
    {
        (_learner, _tasks, Specs) = (learner, tasks, learner.Measures);
        _offsets = new int[Specs.Count];
        int size = 0;
        for (int i = 0; i < Specs.Count; size += Specs[i++].CountFor(tasks)) _offsets[i] = size;
        _values = new double[size];
        Array.Fill(_values, double.NaN);
        var taken = new HashSet<string>(MetricsFile.OwnColumns, StringComparer.Ordinal);
        foreach (var spec in Specs)
            if (!taken.Add(spec.Name)) throw HostingErrors.MeasureNameTaken(name, spec.Name);
    }

    /// <summary>In the learner's order.</summary>
    public IReadOnlyList<MeasureSpec> Specs { get; }

    /// <summary>Reads all values.</summary>
    public void Read() => _learner.Measure(_values);

    /// <summary>A value as it was last read; NaN for one that is not known.</summary>
    /// <param name="measure">Index in <see cref="Specs"/>.</param>
    /// <param name="task">Of which task; of no meaning for an overall measure.</param>
    /// <param name="other">Beside which, for a measure of pairs.</param>
    public double Of(int measure, int task, int other = 0) => _values[_offsets[measure] + Specs[measure].Scope switch
    {
        MeasureScope.PerTask => task,
        MeasureScope.PerTaskPair => task * _tasks + other,
        _ => 0,
    }];

    /// <summary>An overall measure's value as it was last read; NaN where there is none of that name.</summary>
    public double Overall(string name)
    {
        for (int i = 0; i < Specs.Count; i++)
            if (Specs[i].Name == name && Specs[i].Scope == MeasureScope.Overall) return Of(i, 0);
        return double.NaN;
    }

    /// <summary>Overall measures' values by name, for a trial's record; those that are not known are left out.</summary>
    public IReadOnlyDictionary<string, double> ToRecord() => Known(
        from i in Enumerable.Range(0, Specs.Count) where Specs[i].Scope == MeasureScope.Overall select (Specs[i].Name, Of(i, 0)));

    /// <summary>One task's values by name, for its record; of a pair, <c>name:other task</c>.</summary>
    public IReadOnlyDictionary<string, double> ToRecord(int task, IReadOnlyList<string> tasks) => Known(
        from i in Enumerable.Range(0, Specs.Count)
        where Specs[i].Scope != MeasureScope.Overall
        from other in Enumerable.Range(0, Specs[i].Scope == MeasureScope.PerTaskPair ? _tasks : 1)
        select (Specs[i].Scope == MeasureScope.PerTaskPair ? PairName(Specs[i], tasks[other]) : Specs[i].Name, Of(i, task, other)));

    /// <summary>How a measure of pairs is called beside one other task.</summary>
    public static string PairName(MeasureSpec measure, string other) => $"{measure.Name}:{other}";

    // JSON holds no infinity either.
    private static Dictionary<string, double> Known(IEnumerable<(string Name, double Value)> values) =>
        values.Where(pair => double.IsFinite(pair.Value)).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
