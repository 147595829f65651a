using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads a trial's config.json back, with the plugins that the hub has now.</summary>
internal static class TrialConfigReader
{
    public static Trial Read(JsonElement config, string path, HubCatalog catalog)
    {
        RecordFile.RequireFormat(config, path);
        var faults = new List<ConfigurationFault>();
        var tasks = Tasks(config.GetProperty("tasks"), "$.tasks", catalog, faults);
        var trial = new Trial
        {
            Experiment = RecordValues.Text(config, "experiment"),
            Suite = RecordValues.Text(config, "suite"),
            Arm = RecordValues.Text(config, "arm"),
            Stage = StagePlanReader.Read(
                config, config.TryGetProperty("stage", out _) ? RecordValues.Text(config, "stage") : RecordValues.Text(config, "arm"), tasks, "$", (catalog, faults)),
            Tasks = tasks,
            Seed = config.GetProperty("seed").GetUInt64(),
            Evaluation = OptionsBinder.Bind<EvaluationPlan>(config.GetProperty("evaluation"), "$.evaluation", faults),
        };
        return faults.Count == 0 ? trial : throw new HubConfigurationException("EH3509", path, faults);
    }

    /// <summary>At least one task, each name once; those at fault are left out.</summary>
    public static TaskPlan[] Tasks(JsonElement json, string path, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        int before = faults.Count;
        TaskPlan[] tasks = [.. json.EnumerateArray().Select((task, index) => Task(task, JsonPath.Item(path, index), catalog, faults)).OfType<TaskPlan>()];
        if (tasks.Length == 0 && faults.Count == before) throw new FormatException($"There is no task at {path}.");
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (tasks.FirstOrDefault(task => !names.Add(task.Spec.Name)) is { } second) throw new FormatException($"There is a second task named '{second.Spec.Name}' at {path}.");
        return tasks;
    }

    private static TaskPlan? Task(JsonElement task, string path, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        var registration = catalog.Environments.Find(RecordValues.Text(task, "environment")).Registration;
        var parts = new PartPlanner(catalog);
        string place = JsonPath.Child(path, "settings");
        object? settings = parts.Try(place, "the environment's settings", () =>
            OptionsBinder.Bind(task.GetProperty("settings"), registration.SettingsType, place, parts.Faults));
        var environment = parts.Faults.Count > 0 ? null : parts.Try(place, "the environment's settings", () => registration.Describe(settings!));
        faults.AddRange(parts.Faults);
        if (environment is null) return null;
        var wrapped = Wrap(task, environment, path, catalog, faults);
        var spec = new TaskSpec
        {
            Name = RecordValues.Text(task, "name"),
            Environment = wrapped?.Spec ?? environment,
            SolvedReturn = task.GetProperty("solved") is { ValueKind: JsonValueKind.Number } solved ? RecordValues.Number(solved, "solved") : null,
            Weight = RecordValues.Number(task.GetProperty("weight"), "weight"),
        };
        return new TaskPlan(spec, registration, settings!) { Wrappers = wrapped?.Wrappers ?? [] };
    }

    // A record without wrappers, or of a hub that had none, does not have the key.
    private static (EnvironmentSpec Spec, IReadOnlyList<WrapperPlan> Wrappers)? Wrap(
        JsonElement task, EnvironmentSpec environment, string path, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        if (!task.TryGetProperty("wrappers", out var json)) return null;
        var parts = new PartPlanner(catalog);
        var options = json.EnumerateArray().Select((wrapper, index) => OptionsBinder.Bind<WrapperOptions>(wrapper, $"{path}.wrappers[{index}]", parts.Faults));
        var wrapped = parts.Wrap(environment, [.. options], $"{path}.wrappers");
        faults.AddRange(parts.Faults);
        return wrapped;
    }
}
