using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>What a weights file says of itself. Neither times nor places: the same trial gives the same bytes.</summary>
internal static class ModelMetadata
{
    private const string StepsKey = "envhub.steps";

    public static Dictionary<string, string> Of(Trial trial, TrialLoop loop, Provenance provenance) => new()
    {
        ["envhub.experiment"] = trial.Experiment,
        ["envhub.arm"] = trial.Arm,
        ["envhub.learner"] = trial.Stage.Learner.Name,
        ["envhub.backend"] = trial.Stage.Backend.Name,
        ["envhub.tasks"] = string.Join(' ', trial.Tasks.Select(task => task.Spec.Name)),
        ["envhub.environments"] = string.Join(' ', trial.Tasks.Select(task => task.Registration.Id)),
        ["envhub.seed"] = trial.Seed.ToString(CultureInfo.InvariantCulture),
        [StepsKey] = loop.Steps.ToString(CultureInfo.InvariantCulture),
        ["envhub.version"] = provenance.Hub,
        ["envhub.contract"] = provenance.Contract,
        ["envhub.plugins"] = string.Join(' ', provenance.Plugins.OrderBy(plugin => plugin.Key, StringComparer.Ordinal).Select(plugin => $"{plugin.Key}@{plugin.Value}")),
    };

    /// <summary>The same, for weights that were kept at another step.</summary>
    public static Dictionary<string, string> At(Dictionary<string, string> metadata, long step) =>
        new(metadata) { [StepsKey] = step.ToString(CultureInfo.InvariantCulture) };
}
