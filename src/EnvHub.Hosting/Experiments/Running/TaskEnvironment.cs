namespace EnvHub.Hosting;

/// <summary>A task's environment with its wrappers around it, and the statistics that they gather.</summary>
internal sealed class TaskEnvironment : IDisposable
{
    private readonly (int Index, IRunningStatistics Statistics)[] _layers;

    private TaskEnvironment(IVectorEnvironment vector, IEnumerable<(int Index, IRunningStatistics Statistics)> layers) =>
        (Vector, _layers) = (vector, [.. layers]);

    /// <summary>The outermost.</summary>
    public IVectorEnvironment Vector { get; }

    /// <summary>For training: every wrapper.</summary>
    public static TaskEnvironment ForTraining(TaskPlan task, int count) => Create(task, count, static _ => true);

    /// <summary>For evaluation: without the wrappers that change rewards only, and with statistics that stay as they are loaded.</summary>
    public static TaskEnvironment ForEvaluation(TaskPlan task, int count)
    {
        var environment = Create(task, count, static wrapper => !wrapper.ChangesRewardsOnly);
        foreach (var (_, statistics) in environment._layers) statistics.IsFrozen = true;
        return environment;
    }

    /// <summary>Writes the statistics; nothing where no wrapper gathers any.</summary>
    /// <param name="task">The learner's number of the task.</param>
    public void Save(ICheckpointWriter writer, int task)
    {
        foreach (var (index, statistics) in _layers) statistics.Save(new NamedPart(Name(task, index), writer));
    }

    /// <summary>Takes statistics that were saved.</summary>
    public void Load(ICheckpointReader reader, int task)
    {
        foreach (var (index, statistics) in _layers) statistics.Load(new NamedPart(Name(task, index), reader));
    }

    /// <summary>Whether the checkpoint holds statistics of all of its layers that gather some, and there is one.</summary>
    public bool Fits(ICheckpointReader reader, int task) => _layers.Length > 0
        && _layers.All(layer => reader.Names.Any(name => name.StartsWith($"{Name(task, layer.Index)}.", StringComparison.Ordinal)));

    /// <summary>Takes the statistics that <paramref name="other"/> has now.</summary>
    public void Load(TaskEnvironment other)
    {
        if (_layers.Length == 0) return;
        var snapshot = new MemoryCheckpoint();
        other.Save(snapshot, 0);
        Load(snapshot, 0);
    }

    public void Dispose() => Vector.Dispose();

    private static string Name(int task, int index) => $"wrappers.{task}.{index}";

    private static TaskEnvironment Create(TaskPlan task, int count, Func<WrapperRegistration, bool> isTaken)
    {
        bool apart = task.Wrappers.Any(wrapper => wrapper.Registration.StepsCopiesApart);
        Func<int, IVectorEnvironment> create = apart ? copies => SeparateCopies.Of(task.CreateBare, copies) : task.CreateBare;
        var layers = new List<(int, IRunningStatistics)>();
        for (int i = 0; i < task.Wrappers.Count; i++)
        {
            var (wrapper, inside, index) = (task.Wrappers[i], create, i);
            if (isTaken(wrapper.Registration)) create = copies => Noted(index, wrapper.Registration.Wrap(inside, copies, wrapper.Options), layers);
        }
        var vector = create(count);
        if (layers.Select(layer => layer.Item1).Distinct().Count() == layers.Count) return new(vector, layers);
        vector.Dispose();
        throw HostingErrors.StatisticsApart(task.Spec.Name);
    }

    private static IVectorEnvironment Noted(int index, IVectorEnvironment layer, List<(int, IRunningStatistics)> layers)
    {
        if (layer is IRunningStatistics statistics) layers.Add((index, statistics));
        return layer;
    }
}
