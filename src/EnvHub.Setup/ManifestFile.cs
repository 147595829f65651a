using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Setup;

/// <summary>The file in a prepared folder that says what a set-up put there.</summary>
/// <param name="name">The file's name: it tells the folders of one set-up from all others.</param>
public sealed class ManifestFile<TManifest>(string name) where TManifest : class
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What a folder's manifest says; null where there is none, or half of one.</summary>
    public TManifest? Read(string folder)
    {
        try
        {
            string file = Path.Combine(folder, name);
            return File.Exists(file) ? JsonSerializer.Deserialize<TManifest>(File.ReadAllText(file), Format) : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;   // the next set-up replaces it
        }
    }

    /// <summary>Writes the manifest.</summary>
    public void Write(string folder, TManifest manifest) =>
        File.WriteAllText(Path.Combine(folder, name), JsonSerializer.Serialize(manifest, Format) + "\n");

    /// <summary>Whether a set-up may put its own in place of what is there: nothing, an empty folder, or what an earlier one left.</summary>
    public bool MayFill(string folder) => !File.Exists(folder)
        && (!Directory.Exists(folder) || File.Exists(Path.Combine(folder, name)) || !Directory.EnumerateFileSystemEntries(folder).Any());
}
