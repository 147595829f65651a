using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>A value within a line of text, as assignments and families in words have it: JSON, or else a text.</summary>
internal static class WrittenValue
{
    // What stands around a value takes levels too: together they stay below the 64 that JSON's readers take.
    private const int Deepest = 32;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = Deepest }, Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>The value; null is JSON's null.</summary>
    /// <param name="fault">What is wrong with it, in words; null for nothing.</param>
    public static JsonNode? Read(string text, out string? fault)
    {
        fault = TextFault(text);
        if (fault is not null) return null;
        try
        {
            if (JsonSoundness.FirstFault(JsonElement.Parse(text, Bounded), "$") is { } unsound) fault = unsound.Found;
            else if (!HasKeysOnce(text)) fault = "an object with a key twice";
            return fault is null ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    /// <summary>What is wrong with a text or a key itself; null for nothing.</summary>
    public static string? TextFault(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return "a text with a NUL character";
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return "half of a surrogate pair";
            i++;
        }
        return null;
    }

    private static bool HasKeysOnce(string text)
    {
        try
        {
            JsonElement.Parse(text, Strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
