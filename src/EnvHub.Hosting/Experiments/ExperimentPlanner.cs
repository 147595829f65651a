namespace EnvHub.Hosting;

/// <summary>Resolves names, binds options and checks everything before anything runs.</summary>
public static class ExperimentPlanner
{
    /// <summary>Plans an experiment of hub.json.</summary>
    /// <param name="experiment">Its name; null for hub.json's default.</param>
    /// <exception cref="HubConfigurationException">EH3003 something cannot be; all faults are listed.</exception>
    public static ExperimentPlan Plan(HubOptions options, HubCatalog catalog, string? experiment, ExperimentOverrides overrides) =>
        throw new NotImplementedException();

    /// <summary>Plans an experiment of the command line; it is named <c>train</c>.</summary>
    /// <exception cref="HubConfigurationException">EH3003 something cannot be; all faults are listed.</exception>
    public static ExperimentPlan Plan(HubCatalog catalog, TrainRequest request) => throw new NotImplementedException();
}
