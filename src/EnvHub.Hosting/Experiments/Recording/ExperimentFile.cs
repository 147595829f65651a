using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Writes <c>experiment.json</c>, the experiment as resolved, and reads it back to resume it.</summary>
internal static class ExperimentFile
{
    private const string KeyName = "key", ProvenanceName = "provenance";

    public static void Write(RunFolder folder, ExperimentPlan plan, Provenance provenance)
    {
        var json = Of(plan);
        json[KeyName] = ExperimentKey.Of(TrialList.Of(plan));
        json[ProvenanceName] = ConfigJson.Of(provenance);
        ConfigJson.Write(Path.Combine(folder.Path, RunFolder.ExperimentFile), json);
    }

    /// <summary>Everything but what it runs on.</summary>
    public static JsonObject Of(ExperimentPlan plan)
    {
        var arms = new JsonObject();
        foreach (var arm in plan.Arms) arms[arm.Name] = ConfigJson.OfArm(arm, plan);
        return new()
        {
            ["format"] = 1,
            ["experiment"] = plan.Name,
            ["suite"] = plan.Suite,
            ["seeds"] = new JsonArray([.. plan.Seeds.Select(seed => (JsonNode)seed)]),
            ["evaluation"] = ConfigJson.Of(plan.Evaluation),
            ["checkpoint"] = ConfigJson.Of(plan.Checkpoint),
            ["tasks"] = ConfigJson.OfTasks(plan.Tasks),
            ["heldOut"] = ConfigJson.OfTasks(plan.HeldOut),
            ["arms"] = arms,
        };
    }

    /// <summary>The experiment in the words of today's plugins, and what was written of its making.</summary>
    /// <exception cref="HubException">EH3506 it cannot be read; EH3507 its format is another; EH3509 the plugins do not take what it says;
    /// EH3711 there is none; EH3714 it is empty.</exception>
    public static (ExperimentPlan Plan, JsonObject Written, Provenance Provenance, string Key) Read(string runFolder, HubCatalog catalog)
    {
        string path = Path.Combine(runFolder, RunFolder.ExperimentFile);
        if (!File.Exists(path)) throw HostingErrors.NotARun(runFolder);
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (bytes.Length == 0) throw HostingErrors.NothingBegun(runFolder);
            using var document = JsonDocument.Parse(bytes);
            var plan = ExperimentFileReader.Read(document.RootElement, path, catalog);
            var written = JsonNode.Parse(bytes)!.AsObject();
            var provenance = document.RootElement.GetProperty(ProvenanceName).Deserialize(HostingJson.Default.Provenance)!;
            string key = document.RootElement.GetProperty(KeyName).GetString()!;
            written.Remove(KeyName);
            written.Remove(ProvenanceName);
            return (plan, written, provenance, key);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }
}
