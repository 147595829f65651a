using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Options as the command line gives them: <c>network.hidden=[256,256]</c>.</summary>
internal static class OptionAssignments
{
    // No record of options nests as deep.
    private const int MostKeys = 16, LongestShown = 200;

    /// <summary>The object that the assignments describe. A value that is no JSON is a text.</summary>
    public static JsonElement Parse(IEnumerable<string> assignments, ICollection<ConfigurationFault> faults)
    {
        var options = new JsonObject();
        foreach (string assignment in assignments)
        {
            int end = assignment.IndexOf('=', StringComparison.Ordinal);
            string[] keys = assignment[..Math.Max(end, 0)].Split('.');
            if (keys.Any(string.IsNullOrWhiteSpace) || keys.Length > MostKeys || WrittenValue.TextFault(assignment[..Math.Max(end, 0)]) is not null)
                faults.Add(new($"--set {Shown(assignment)}", $"\"{Shown(assignment)}\"", "key=value", "Write it like network.hidden=[256,256]."));
            else
                Add(options, keys, assignment[..end], assignment[(end + 1)..], faults);
        }
        return JsonElement.Parse(options.ToJsonString());
    }

    private static void Add(JsonObject options, string[] keys, string name, string text, ICollection<ConfigurationFault> faults)
    {
        var value = WrittenValue.Read(text, out string? fault);
        if (fault is not null) faults.Add(new($"--set {name}", fault, "texts in Unicode, numbers that a double holds, each key once", "Change the value."));
        else if (!TryAssign(options, keys, value)) faults.Add(new($"--set {name}", "a key that another --set gives too", "each key once", "Remove one of the two."));
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

    private static string Shown(string text)
    {
        if (WrittenValue.TextFault(text) is { } fault) return fault;
        return text.Length <= LongestShown ? text : $"{text.AsSpan(0, LongestShown)}...";
    }
}
