using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>An experiment that was begun: rebuilt from its run folder, to be resumed.</summary>
public sealed class RecordedExperiment
{
    private readonly string _key;
    private readonly JsonObject _written;

    private RecordedExperiment(ExperimentPlan plan, JsonObject written, Provenance provenance, string key) =>
        (Plan, _written, Provenance, _key) = (plan, written, provenance, key);

    /// <summary>What is run, every default included.</summary>
    public ExperimentPlan Plan { get; }

    /// <summary>What it was begun with.</summary>
    public Provenance Provenance { get; }

    /// <summary>Reads a run folder.</summary>
    /// <exception cref="HubException">EH3506, EH3507 or EH3711 it is no run's folder; EH3509 the hub's plugins do not take what it says.</exception>
    public static RecordedExperiment Open(string runFolder, HubCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var (plan, written, provenance, key) = ExperimentFile.Read(runFolder, catalog);
        return new(plan, written, provenance, key);
    }

    /// <summary>Requires the same code and the same configuration as when it was begun: only so it ends with the same bits.</summary>
    /// <param name="now">What it would go on with.</param>
    /// <exception cref="HubException">EH3712 the code differs; EH3713 the configuration does, e.g. an option has another default.</exception>
    public void RequireSame(Provenance now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var resolved = JsonNode.Parse(ExperimentFile.Of(Plan).ToJsonString())!;
        if (!JsonNode.DeepEquals(resolved, _written)) throw HostingErrors.OtherConfiguration(FirstDifference(_written, resolved, "$"));
        if (ExperimentKey.Of(TrialList.Of(Plan)) == _key) return;
        string[] differences = [.. Differences(now)];
        throw HostingErrors.OtherCode(differences.Length > 0 ? string.Join("; ", differences) : "a build of other sources under the same versions");
    }

    private IEnumerable<string> Differences(Provenance now)
    {
        if (now.Hub != Provenance.Hub) yield return $"the hub was {Provenance.Hub} and is {now.Hub}";
        if (now.DotNet != Provenance.DotNet) yield return $".NET was {Provenance.DotNet} and is {now.DotNet}";
        foreach (var (id, version) in Provenance.Plugins.OrderBy(plugin => plugin.Key, StringComparer.Ordinal))
            if (now.Plugins.GetValueOrDefault(id) is { } current && current != version) yield return $"the plugin {id} was {version} and is {current}";
        if (now.Commit != Provenance.Commit) yield return $"the commit was {Provenance.Commit ?? "unknown"} and is {now.Commit ?? "unknown"}";
    }

    private static string FirstDifference(JsonNode? written, JsonNode? now, string path)
    {
        if (written is JsonObject was && now is JsonObject map)
            foreach (string key in was.Select(pair => pair.Key).Union(map.Select(pair => pair.Key)))
                if (!JsonNode.DeepEquals(was[key], map[key])) return FirstDifference(was[key], map[key], JsonPath.Child(path, key));
        if (written is JsonArray items && now is JsonArray others && items.Count == others.Count)
            for (int i = 0; i < items.Count; i++)
                if (!JsonNode.DeepEquals(items[i], others[i])) return FirstDifference(items[i], others[i], JsonPath.Item(path, i));
        return $"{path} was {Show(written)} and is {Show(now)}";
    }

    private static string Show(JsonNode? value) => value is null ? "absent" : value.ToJsonString(Short);

    private static readonly JsonSerializerOptions Short = new() { WriteIndented = false };
}
