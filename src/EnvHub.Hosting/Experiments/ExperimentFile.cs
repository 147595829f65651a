using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Writes <c>experiment.json</c>: the experiment as resolved.</summary>
internal static class ExperimentFile
{
    public static void Write(RunFolder folder, ExperimentPlan plan, Provenance provenance)
    {
        var arms = new JsonObject();
        foreach (var arm in plan.Arms) arms[arm.Name] = ConfigJson.OfStage(arm.Final);
        ConfigJson.Write(Path.Combine(folder.Path, RunFolder.ExperimentFile), new JsonObject
        {
            ["format"] = 1,
            ["experiment"] = plan.Name,
            ["suite"] = plan.Suite,
            ["seeds"] = new JsonArray([.. plan.Seeds.Select(seed => (JsonNode)seed)]),
            ["evaluation"] = ConfigJson.Of(plan.Evaluation),
            ["tasks"] = ConfigJson.OfTasks(plan.Tasks),
            ["arms"] = arms,
            ["provenance"] = ConfigJson.Of(provenance),
        });
    }
}
