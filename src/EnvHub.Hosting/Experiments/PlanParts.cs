using System.Reflection;

namespace EnvHub.Hosting;

/// <summary>Resolves the tasks and arms of plans and collects what is wrong with them.</summary>
internal sealed partial class PlanParts(HubCatalog catalog)
{
    public List<ConfigurationFault> Faults { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The suite's tasks; those at fault are left out.</summary>
    /// <param name="path">Of the list.</param>
    public IReadOnlyList<TaskPlan> Tasks(SuiteOptions suite, string path)
    {
        var tasks = new List<TaskPlan>();
        for (int i = 0; i < suite.Tasks.Count; i++)
        {
            string taskPath = JsonPath.Item(path, i);
            if (Task(suite.Tasks[i], taskPath) is not { } task) continue;
            if (tasks.Any(other => other.Spec.Name == task.Spec.Name)) Faults.Add(HubReferences.SecondTask(taskPath, task.Spec.Name));
            tasks.Add(task);
        }
        return tasks;
    }

    /// <summary>The experiment's arm of that name; null where it is at fault.</summary>
    public ArmPlan? Arm(string name, ExperimentOptions experiment, IReadOnlyList<TaskPlan> tasks, ArmPaths paths)
    {
        int before = Faults.Count;
        var arm = experiment.Arms[name];
        var learner = catalog.Learners.All.FirstOrDefault(learner => learner.Name == arm.Learner);
        if (learner is null) AddUnknown(paths.Learner, arm.Learner, "a registered learner", catalog.Learners.All.Select(known => known.Name));
        var backend = catalog.Backends.All.FirstOrDefault(backend => backend.Name == arm.Backend);
        if (backend is null) AddUnknown(paths.Backend, arm.Backend, "a registered network backend", catalog.Backends.All.Select(known => known.Name));
        if (arm.KeepBest && experiment.Evaluation.Points == 0)
            Faults.Add(new(paths.KeepBest, "true", "evaluations during training, of which the best is kept", "Set evaluation.points to at least 1, or keepBest to false."));
        if (learner is null) return null;
        var options = Try(paths.Options, "the learner's options", () => OptionsBinder.Bind(arm.Options, learner.OptionsType, paths.Options, Faults));
        foreach (var task in tasks) AskForRefusal(learner, task, paths.Learner);
        return Faults.Count > before || backend is null || options is null ? null : new(name, [new()
        {
            Name = name,
            Tasks = tasks,
            Learner = learner,
            Options = options,
            Backend = backend,
            Steps = arm.Steps ?? experiment.Steps,
            Copies = arm.Copies ?? experiment.Copies,
            KeepBest = arm.KeepBest,
        }]);
    }

    private TaskPlan? Task(TaskOptions task, string path)
    {
        if (Find(task, path) is not { } registration) return null;
        int before = Faults.Count;
        string settingsPath = JsonPath.Child(path, "settings");
        var settings = Try(settingsPath, "the environment's settings", () =>
            Limit(OptionsBinder.Bind(task.Settings, registration.SettingsType, settingsPath, Faults), task, path));
        if (settings is null || Faults.Count > before) return null;
        var environment = Try(settingsPath, "the environment's settings", () => registration.Describe(settings));
        if (environment is null || Wrap(environment, task.Wrappers, JsonPath.Child(path, "wrappers")) is not { } wrapped) return null;
        return new(Spec(task, registration, wrapped.Spec), registration, settings) { Wrappers = wrapped.Wrappers };
    }

    private static TaskSpec Spec(TaskOptions task, EnvironmentRegistration registration, EnvironmentSpec environment) => new()
    {
        Name = task.Name ?? $"{registration.Id}",
        Environment = environment,
        SolvedReturn = task.Solved ?? environment.RewardThreshold,
        Weight = task.Weight,
    };

    private EnvironmentRegistration? Find(TaskOptions task, string path)
    {
        try
        {
            var match = catalog.Environments.Find(task.FullId);
            if (match.Warning is { } warning) Warnings.Add(warning);
            return match.Registration;
        }
        catch (HubException e)
        {
            Faults.Add(new(path, $"\"{task.FullId}\"", "a registered environment's id", e.Message + FailedPlugins()));
            return null;
        }
    }

    private object Limit(object settings, TaskOptions task, string path)
    {
        if (task.MaxEpisodeSteps is not { } limit) return settings;
        if (settings is EnvironmentSettings { MaxEpisodeSteps: null } limitable) return limitable with { MaxEpisodeSteps = limit };
        Faults.Add(new(JsonPath.Child(path, "maxEpisodeSteps"), $"{limit}", "a step limit here or in the settings", "Remove one of the two."));
        return settings;
    }

    private void AskForRefusal(LearnerRegistration learner, TaskPlan task, string path)
    {
        if (Try(path, "the learner", () => learner.Refusal(task.Spec) ?? "") is { Length: > 0 } refusal)
            Faults.Add(new(path, $"\"{learner.Name}\"", $"a learner that takes the task {task.Spec.Name}", refusal));
    }

    private void AddUnknown(string path, string name, string what, IEnumerable<string> known)
    {
        var fault = HubReferences.Unknown(path, name, what, known);
        Faults.Add(fault with { Message = fault.Message + FailedPlugins() });
    }

    private string FailedPlugins() => catalog.Plugins.Count(plugin => plugin.State != PluginState.Loaded) switch
    {
        0 => "",
        1 => " One plugin failed to load: see list plugins.",
        int failed => $" {failed} plugins failed to load: see list plugins.",
    };

    // These calls go into a plugin's code: what it throws is a fault like any other.
    private T? Try<T>(string path, string what, Func<T> call) where T : class
    {
        try
        {
            return call();
        }
        catch (Exception e)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            string message = cause is HubException ? cause.Message : $"The plugin threw {cause.GetType().Name}: {cause.Message}";
            Faults.Add(new(path.TrimEnd(), what, "what the plugin takes", message));
            return null;
        }
    }
}
