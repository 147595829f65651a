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
            if (JsonSoundness.FirstFault(json, "$") is not { } fault) return json;
            faults.Add(new(fault.Path, fault.Found, "texts in Unicode, and numbers that a double holds", "Change it."));
            return null;
        }
        catch (ArgumentException)
        {
            faults.Add(new("$", "half of a surrogate pair", "text in Unicode", "Correct the text."));
            return null;
        }
        catch (JsonException e)
        {
            faults.Add(new("$", SyntaxFault(e), "JSON; comments and trailing commas too", "Correct the text there."));
            return null;
        }
    }

    private static string SyntaxFault(JsonException e)
    {
        int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string what = (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"no JSON at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: {what}");
    }
}
