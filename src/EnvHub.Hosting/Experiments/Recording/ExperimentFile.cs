using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Writes <c>experiment.json</c>, the experiment as resolved, and reads it back to resume it.</summary>
internal static class ExperimentFile
{
    /// <summary>Names of the trials that are compared, and keys of the stored stages that they build on: for those who look at a run from
    /// outside.</summary>
    internal const string TrialsName = "trials", StagesName = "stages";

    /// <summary>Which code computes the trials: tells what has changed where the key has.</summary>
    internal const string CodeName = "code";

    private const string KeyName = "key", ProvenanceName = "provenance";

    public static void Write(RunFolder folder, ExperimentPlan plan, Provenance provenance)
    {
        var json = Of(plan);
        var trials = TrialList.Of(plan);
        json[KeyName] = ExperimentKey.Of(trials);
        json[TrialsName] = new JsonArray([.. trials.Select(trial => (JsonNode)trial.Name)]);
        json[StagesName] = new JsonArray([.. TrialList.WithSources(trials).Select(trial => trial.Key).OfType<string>().Select(key => (JsonNode)key)]);
        json[CodeName] = new JsonArray([.. CodeVersion.Of(trials).Select(part => (JsonNode)part)]);
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
    public static (ExperimentPlan Plan, JsonObject Written, Provenance Provenance, RecordedCode Code) Read(string runFolder, HubCatalog catalog)
    {
        string path = Path.Combine(runFolder, RunFolder.ExperimentFile);
        if (!File.Exists(path)) throw HostingErrors.NotARun(runFolder);
        if (new FileInfo(path).Length == 0) throw HostingErrors.NothingBegun(runFolder);
        return RecordFile.Read(path, json => Parse(json, path, catalog));
    }

    /// <summary>The same of a file's JSON.</summary>
    internal static (ExperimentPlan Plan, JsonObject Written, Provenance Provenance, RecordedCode Code) Parse(JsonElement json, string path, HubCatalog catalog)
    {
        var plan = ExperimentFileReader.Read(json, path, catalog);
        var written = JsonNode.Parse(json.GetRawText())!.AsObject();
        var provenance = json.GetProperty(ProvenanceName).Deserialize(HostingJson.Default.Provenance) ?? throw new FormatException($"'{ProvenanceName}' is null.");
        var code = new RecordedCode(RecordValues.Text(json, KeyName), [.. RecordValues.Texts(json, CodeName)]);
        foreach (string name in (string[])[KeyName, TrialsName, StagesName, CodeName, ProvenanceName]) written.Remove(name);
        return (plan, written, provenance, code);
    }
}
