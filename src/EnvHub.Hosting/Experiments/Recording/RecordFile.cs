using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads the JSON records of a run folder.</summary>
internal static class RecordFile
{
    /// <exception cref="HubException">EH3506 the file is no JSON or not of the form that <paramref name="read"/> expects; and what it throws.</exception>
    public static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception fault) when (IsMalformed(fault))
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

    /// <summary>Whether a record that was read is no JSON, or not of the form that was expected.</summary>
    public static bool IsMalformed(Exception fault) =>
        fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException;

    /// <exception cref="HubException">EH3507 the format is not the one that this hub reads.</exception>
    public static void RequireFormat(JsonElement record, string path)
    {
        int format = record.GetProperty("format").GetInt32();
        if (format != 1) throw HostingErrors.UnknownFormat(path, format);
    }
}
