using System.Reflection;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Resolves the parts of plans, tasks, wrappers and backends, and collects what is wrong with plans.</summary>
internal sealed partial class PartPlanner(HubCatalog catalog)
{
    public List<ConfigurationFault> Faults { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The suite; what is at fault in it is left out.</summary>
    /// <param name="tasksPath">Of the list of its tasks.</param>
    /// <param name="familiesPath">Of the list of its families.</param>
    public SuitePlan Suite(string name, SuiteOptions suite, string tasksPath, string familiesPath)
    {
        var tasks = new SuiteTasks(Faults);
        for (int i = 0; i < suite.Tasks.Count; i++)
        {
            string taskPath = JsonPath.Item(tasksPath, i);
            if (FamilyText.IsFamily(suite.Tasks[i])) Add(FamilyText.Read(suite.Tasks[i], taskPath, Faults), taskPath, taskPath, tasks);
            else if (Task(suite.Tasks[i], taskPath) is { } task) tasks.Add(task, taskPath);
        }
        for (int i = 0; i < suite.Families.Count; i++) AddListed(suite.Families[i], JsonPath.Item(familiesPath, i), tasks);
        return tasks.ToPlan(name);
    }

    /// <summary>The task; null where it is at fault.</summary>
    public TaskPlan? Task(TaskOptions task, string path)
    {
        return Find(task, path) is { } registration ? Task(task, registration, path) : null;
    }

    private TaskPlan? Task(TaskOptions task, EnvironmentRegistration registration, string path)
    {
        int before = Faults.Count;
        string settingsPath = JsonPath.Child(path, "settings");
        var settings = Try(settingsPath, "the environment's settings", () =>
            Limit(OptionsBinder.Bind(task.Settings, registration.SettingsType, settingsPath, Faults), task, path));
        if (settings is null || Faults.Count > before) return null;
        var environment = Try(settingsPath, "the environment's settings", () => registration.Describe(settings));
        if (environment is null || Wrap(environment, task.Wrappers, JsonPath.Child(path, "wrappers")) is not { } wrapped) return null;
        if (ObservationTypes.Warning(environment) is { } warning) Warnings.Add(warning);
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
            Faults.Add(new(path, $"\"{task.FullId}\"", "a registered environment's id", e.Message));
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

    /// <summary>Notes a name that nothing is registered by.</summary>
    public void AddUnknown(string path, string name, string what, IEnumerable<string> known)
    {
        var fault = HubReferences.Unknown(path, name, what, known);
        Faults.Add(fault with { Message = fault.Message + FailedPlugins.Sentences(catalog.Plugins) });
    }

    // The options of what stands at a path; null where one of them is at fault.
    private object? Options(JsonElement json, Type type, string path, string what)
    {
        int before = Faults.Count;
        string optionsPath = JsonPath.Child(path, "options");
        var options = Try(optionsPath, what, () => OptionsBinder.Bind(json, type, optionsPath, Faults));
        return Faults.Count > before ? null : options;
    }

    /// <summary>Calls into a plugin's code: what it throws is a fault like any other.</summary>
    public T? Try<T>(string path, string what, Func<T> call) where T : class
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
