using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads the records of a run folder: the one door through which what people, crashes and other programs may have touched comes in.</summary>
internal static class RecordFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="HubException">EH3506 the file cannot be read, is no JSON or not of the form that <paramref name="read"/> expects; and what
    /// it throws.</exception>
    public static T Read<T>(string path, Func<JsonElement, T> read) => Read(path, () => File.ReadAllBytes(path), read);

    /// <summary>The same of bytes.</summary>
    internal static T Read<T>(string path, byte[] bytes, Func<JsonElement, T> read) => Read(path, () => bytes, read);

    private static T Read<T>(string path, Func<byte[]> bytes, Func<JsonElement, T> read)
    {
        try
        {
            using var document = Parse(bytes());
            return read(document.RootElement);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

    /// <summary>An object in JSON whose keys are there once each, whose texts are Unicode and whose numbers are doubles.</summary>
    /// <exception cref="Exception">Of those that <see cref="IsMalformed"/> knows.</exception>
    public static JsonDocument Parse(byte[] bytes)
    {
        var document = JsonDocument.Parse(bytes, Strict);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("It is no object in braces.");
        if (JsonSoundness.FirstFault(document.RootElement, "$") is { } fault) throw new FormatException($"There is {fault.Found} at {fault.Path}.");
        return document;
    }

    /// <summary>Whether a record that was read is no JSON, or not of the form that was expected.</summary>
    public static bool IsMalformed(Exception fault) => fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
        or ArgumentException or OverflowException or NotSupportedException;

    /// <summary>Whether a record cannot be read, or is not what it should be.</summary>
    public static bool IsDamage(Exception fault) => fault is IOException or UnauthorizedAccessException || IsMalformed(fault);

    /// <exception cref="HubException">EH3507 the format is not the one that this hub reads.</exception>
    public static void RequireFormat(JsonElement record, string path)
    {
        int format = record.GetProperty("format").GetInt32();
        if (format != 1) throw HostingErrors.UnknownFormat(path, format);
    }
}
