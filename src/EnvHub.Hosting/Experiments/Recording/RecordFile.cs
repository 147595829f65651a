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
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

    /// <exception cref="HubException">EH3507 the format is not the one that this hub reads.</exception>
    public static void RequireFormat(JsonElement record, string path)
    {
        int format = record.GetProperty("format").GetInt32();
        if (format != 1) throw HostingErrors.UnknownFormat(path, format);
    }
}
