using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Resolves one environment of the command line.</summary>
public static class EnvironmentPlanner
{
    /// <summary>Finds the environment and binds its settings.</summary>
    /// <param name="id">As users write it.</param>
    /// <param name="set">The environment's settings as <c>key=value</c>.</param>
    /// <param name="wrappers">From the inside out, as <c>NAME</c> or <c>NAME:key=value,...</c>.</param>
    /// <returns>A task named as the environment, and what the user should be told; null for nothing.</returns>
    /// <exception cref="HubConfigurationException">EH3510 a setting cannot be; all faults are listed.</exception>
    /// <exception cref="HubException">There is no such environment; see <see cref="EnvironmentRegistry.Find"/>.</exception>
    public static (TaskPlan Task, string? Warning) Plan(HubCatalog catalog, string id, IReadOnlyList<string> set, IReadOnlyList<string> wrappers)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var (registration, warning) = catalog.Environments.Find(id);
        var parts = new PartPlanner(catalog);
        var faults = parts.Faults;
        object settings = OptionsBinder.Bind(OptionAssignments.Parse(set, faults), registration.SettingsType, "$.settings", faults);
        if (faults.Count > 0) throw new HubConfigurationException("EH3510", registration.Id.ToString(), faults);
        var bare = registration.Describe(settings);
        WrapperOptions[] options = [.. wrappers.Select(text => NamedOptions.Wrapper(text, faults))];
        var wrapped = parts.Wrap(bare, options, "$.wrappers");
        if (faults.Count > 0) throw new HubConfigurationException("EH3510", registration.Id.ToString(), faults);
        var spec = wrapped!.Value.Spec;
        var task = new TaskSpec { Name = registration.Id.ToString(), Environment = spec, SolvedReturn = spec.RewardThreshold };
        string?[] warnings = [warning, ObservationTypes.Warning(bare)];
        string told = string.Join(" ", warnings.OfType<string>());
        return (new TaskPlan(task, registration, settings) { Wrappers = wrapped.Value.Wrappers }, told.Length > 0 ? told : null);
    }

    /// <summary>What <c>key=value</c>s say, as one JSON object.</summary>
    /// <exception cref="HubConfigurationException">EH3510 one of them has another form, or a key comes twice.</exception>
    public static JsonElement Assignments(IReadOnlyList<string> set)
    {
        var faults = new List<ConfigurationFault>();
        var assignments = OptionAssignments.Parse(set, faults);
        return faults.Count == 0 ? assignments : throw new HubConfigurationException("EH3510", "--set", faults);
    }
}
