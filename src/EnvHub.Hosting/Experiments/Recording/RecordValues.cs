using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Single values of records, each in its range; what is not is told as a fault of the record's form.</summary>
internal static class RecordValues
{
    private const int MostCopies = 65_536;

    /// <summary>A text that must be there.</summary>
    public static string Text(JsonElement parent, string key) => parent.GetProperty(key).GetString() ?? throw new FormatException($"'{key}' is null.");

    /// <summary>A whole number of at least 1.</summary>
    public static long Count(JsonElement parent, string key) => Checked(parent.GetProperty(key).GetInt64(), key, long.MaxValue);

    /// <summary>A number of copies.</summary>
    public static int Copies(JsonElement parent, string key) => (int)Checked(parent.GetProperty(key).GetInt64(), key, MostCopies);

    /// <summary>A finite number.</summary>
    public static double Number(JsonElement json, string key) =>
        json.GetDouble() is var number && double.IsFinite(number) ? number : throw new FormatException($"'{key}' is beyond what a double holds.");

    /// <summary>The texts of a list; none where the key is not there.</summary>
    public static string[] Texts(JsonElement parent, string key) => parent.TryGetProperty(key, out var items)
        ? [.. items.EnumerateArray().Select(item => item.GetString() ?? throw new FormatException($"'{key}' holds null."))] : [];

    private static long Checked(long value, string key, long most) =>
        value >= 1 && value <= most ? value : throw new FormatException($"'{key}' is {value}; it must be at least 1 and at most {most}.");
}
