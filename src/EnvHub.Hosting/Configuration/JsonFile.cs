using System.Globalization;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>JSON as people write it: comments and trailing commas are fine.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>The text's value; null where a fault was added that names line and column.</returns>
    public static JsonElement? Parse(string text, ICollection<ConfigurationFault> faults)
    {
        try
        {
            var json = JsonElement.Parse(text, Lenient);
            if (BadText(json, "$") is not { } path) return json;
            faults.Add(new(path, "a text with a NUL character, or half of a surrogate pair", "text in Unicode", "Remove the \\u escape."));
            return null;
        }
        catch (JsonException e)
        {
            faults.Add(new("$", SyntaxFault(e), "JSON; comments and trailing commas too", "Correct the text there."));
            return null;
        }
    }

    // What is no Unicode cannot be read as a text later, and a NUL is in no name and no path.
    private static string? BadText(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.String => IsSound(json.GetString) ? null : path,
        JsonValueKind.Array => json.EnumerateArray().Select((item, index) => BadText(item, JsonPath.Item(path, index))).FirstOrDefault(bad => bad is not null),
        JsonValueKind.Object => json.EnumerateObject()
            .Select(member => IsSound(() => member.Name) ? BadText(member.Value, JsonPath.Child(path, member.Name)) : path).FirstOrDefault(bad => bad is not null),
        _ => null,
    };

    private static bool IsSound(Func<string?> read)
    {
        try
        {
            return !read()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string SyntaxFault(JsonException e)
    {
        int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string what = (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"no JSON at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: {what}");
    }
}
