using System.Text.Json;

namespace EnvHub.Contracts;

/// <summary>What JSON's grammar lets through and no reader of the hub takes: texts that are no Unicode or hold a NUL, and numbers beyond a double.</summary>
public static class JsonSoundness
{
    /// <summary>The first such text or number; null where there is none.</summary>
    /// <param name="path">Where <paramref name="json"/> stands, like <c>$</c>.</param>
    /// <returns>Where it stands, and what is there in words.</returns>
    public static (string Path, string Found)? FirstFault(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.String => IsSound(json.GetString) ? null : (path, "a text with a NUL character, or half of a surrogate pair"),
        JsonValueKind.Number => double.IsFinite(json.GetDouble()) ? null : (path, "a number beyond what a double holds"),
        JsonValueKind.Array => OfItems(json, path),
        JsonValueKind.Object => OfMembers(json, path),
        _ => null,
    };

    private static (string, string)? OfItems(JsonElement json, string path)
    {
        int index = 0;
        foreach (var item in json.EnumerateArray())
        {
            // Of the millions of numbers that a list may hold, none needs a path of its own.
            if (item.ValueKind == JsonValueKind.Number && double.IsFinite(item.GetDouble())) index++;
            else if (FirstFault(item, $"{path}[{index++}]") is { } fault) return fault;
        }
        return null;
    }

    private static (string, string)? OfMembers(JsonElement json, string path)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!IsSound(() => member.Name)) return (path, "a key with a NUL character, or half of a surrogate pair");
            if (FirstFault(member.Value, Child(path, member.Name)) is { } fault) return fault;
        }
        return null;
    }

    private static string Child(string path, string name) =>
        name.Length == 0 || name.Any(" .[]'\"".Contains) ? $"{path}['{name}']" : $"{path}.{name}";

    // What is no Unicode cannot be read as a text, and a NUL is in no name and no path.
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
}
