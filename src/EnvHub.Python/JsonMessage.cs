using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>Messages in JSON that another process wrote, before there is shared memory and in it: read whole, or refused by one kind of exception.</summary>
public static class JsonMessage
{
    private const int LongestShown = 300;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads an object whose keys are there once each, whose texts are Unicode and whose numbers are doubles.</summary>
    /// <param name="read">Takes what it needs; what is missing or of another kind may throw as JSON's own types do.</param>
    /// <param name="refuse">Makes the exception of what is wrong, in words.</param>
    public static T Read<T>(string text, Func<JsonObject, T> read, Func<string, HubException> refuse)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(refuse);
        try
        {
            var json = JsonElement.Parse(text, Strict);
            if (json.ValueKind != JsonValueKind.Object) throw new FormatException("it is no object in braces");
            if (JsonSoundness.FirstFault(json, "$") is { } fault) throw new FormatException($"there is {fault.Found} at {fault.Path}");
            return read(JsonObject.Create(json)!);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw refuse(fault.Message);
        }
    }

    /// <summary>A text that must be there.</summary>
    /// <exception cref="FormatException">It is not; told by <see cref="Read"/>.</exception>
    public static string Text(JsonObject json, string key) => (string?)Node(json, key) ?? throw new FormatException($"'{key}' is null");

    /// <summary>A value that must be there.</summary>
    /// <exception cref="FormatException">It is not; told by <see cref="Read"/>.</exception>
    public static JsonNode Node(JsonObject json, string key)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json[key] ?? throw new FormatException($"there is no '{key}'");
    }

    /// <summary>A message as other messages quote it: the beginning of a long one.</summary>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestShown ? text : $"{text.AsSpan(0, LongestShown)}...";
    }
}
