using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Options as the command line gives them: <c>network.hidden=[256,256]</c>.</summary>
internal static class OptionAssignments
{
    /// <summary>The object that the assignments describe. A value that is no JSON is a text.</summary>
    public static JsonElement Parse(IEnumerable<string> assignments, ICollection<ConfigurationFault> faults)
    {
        var options = new JsonObject();
        foreach (string assignment in assignments)
        {
            int end = assignment.IndexOf('=', StringComparison.Ordinal);
            string[] keys = assignment[..Math.Max(end, 0)].Split('.');
            if (keys.Any(string.IsNullOrWhiteSpace))
                faults.Add(new($"--set {assignment}", $"\"{assignment}\"", "key=value", "Write it like network.hidden=[256,256]."));
            else if (!TryAssign(options, keys, Value(assignment[(end + 1)..])))
                faults.Add(new($"--set {assignment[..end]}", "a key that another --set gives too", "each key once", "Remove one of the two."));
        }
        return JsonElement.Parse(options.ToJsonString());
    }

    private static bool TryAssign(JsonObject options, ReadOnlySpan<string> keys, JsonNode? value)
    {
        foreach (string key in keys[..^1])
        {
            if (!options.ContainsKey(key)) options[key] = new JsonObject();
            if (options[key] is not JsonObject nested) return false;
            options = nested;
        }
        return options.TryAdd(keys[^1], value);
    }

    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
