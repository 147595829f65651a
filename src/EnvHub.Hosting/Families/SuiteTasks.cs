namespace EnvHub.Hosting;

/// <summary>A suite while it is planned: its tasks so far, each name once.</summary>
internal sealed class SuiteTasks(ICollection<ConfigurationFault> faults)
{
    private readonly List<TaskPlan> _train = [], _heldOut = [];
    private readonly HashSet<string> _names = [], _families = [];

    /// <summary>Adds a task; a second one of its name is a fault.</summary>
    public void Add(TaskPlan task, string path, bool isHeldOut = false)
    {
        if (!_names.Add(task.Spec.Name)) faults.Add(HubReferences.SecondTask(path, task.Spec.Name));
        (isHeldOut ? _heldOut : _train).Add(task);
    }

    /// <summary>Whether no family before had this name; else that is a fault.</summary>
    public bool TryName(string family, string path)
    {
        if (_families.Add(family)) return true;
        faults.Add(new(path, $"a second family named \"{family}\"", "each name once in a suite", "Give the family a \"name\" of its own."));
        return false;
    }

    public SuitePlan ToPlan(string name) => new() { Name = name, Train = _train, HeldOut = _heldOut };
}
