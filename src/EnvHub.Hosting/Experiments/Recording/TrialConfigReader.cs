using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads a trial's config.json back, with the plugins that the hub has now.</summary>
internal static class TrialConfigReader
{
    public static Trial Read(JsonElement config, string path, HubCatalog catalog)
    {
        int format = config.GetProperty("format").GetInt32();
        if (format != 1) throw HostingErrors.UnknownFormat(path, format);
        var faults = new List<ConfigurationFault>();
        TaskPlan[] tasks = [.. config.GetProperty("tasks").EnumerateArray().Select((task, index) => Task(task, $"$.tasks[{index}]", catalog, faults))];
        var trial = new Trial
        {
            Experiment = StagePlanReader.Text(config, "experiment"),
            Suite = StagePlanReader.Text(config, "suite"),
            Arm = StagePlanReader.Text(config, "arm"),
            Stage = StagePlanReader.Read(
                config, config.TryGetProperty("stage", out var stage) ? stage.GetString()! : StagePlanReader.Text(config, "arm"), tasks, "$", (catalog, faults)),
            Tasks = tasks,
            Seed = config.GetProperty("seed").GetUInt64(),
            Evaluation = config.GetProperty("evaluation").Deserialize(HostingJson.Default.EvaluationPlan)!,
        };
        return faults.Count == 0 ? trial : throw new HubConfigurationException("EH3509", path, faults);
    }

    public static TaskPlan Task(JsonElement task, string path, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        var registration = catalog.Environments.Find(StagePlanReader.Text(task, "environment")).Registration;
        object settings = OptionsBinder.Bind(task.GetProperty("settings"), registration.SettingsType, $"{path}.settings", faults);
        var environment = registration.Describe(settings);
        var wrapped = Wrap(task, environment, path, catalog, faults);
        var spec = new TaskSpec
        {
            Name = StagePlanReader.Text(task, "name"),
            Environment = wrapped?.Spec ?? environment,
            SolvedReturn = task.GetProperty("solved") is { ValueKind: JsonValueKind.Number } solved ? solved.GetDouble() : null,
            Weight = task.GetProperty("weight").GetDouble(),
        };
        return new TaskPlan(spec, registration, settings) { Wrappers = wrapped?.Wrappers ?? [] };
    }

    // A record without wrappers, or of a hub that had none, does not have the key.
    private static (EnvironmentSpec Spec, IReadOnlyList<WrapperPlan> Wrappers)? Wrap(
        JsonElement task, EnvironmentSpec environment, string path, HubCatalog catalog, List<ConfigurationFault> faults)
    {
        if (!task.TryGetProperty("wrappers", out var json)) return null;
        var parts = new PlanParts(catalog);
        var options = json.EnumerateArray().Select((wrapper, index) => OptionsBinder.Bind<WrapperOptions>(wrapper, $"{path}.wrappers[{index}]", parts.Faults));
        var wrapped = parts.Wrap(environment, [.. options], $"{path}.wrappers");
        faults.AddRange(parts.Faults);
        return wrapped;
    }
}
