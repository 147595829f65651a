using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Torch;

/// <summary>A folder that a set-up filled: its manifest, and what that describes.</summary>
internal static class PreparedTorch
{
    private const string ManifestFile = "envhub-torch.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The libtorch of a folder; null where none was prepared there.</summary>
    public static TorchLibrary? Library(string folder) => Read(folder) is { } manifest
        ? new(Path.GetFullPath(manifest.Library, Path.GetFullPath(folder)), "prepared by 'envhub torch setup'", manifest.Version) : null;

    /// <summary>The room of a folder; null where none was prepared there, or for another place of .NET.</summary>
    public static LoaderRoom? Room(string folder) =>
        Read(folder) is { Room: { } room } && RoomPreparation.Open(Path.GetFullPath(room, Path.GetFullPath(folder))) is { } open ? open : null;

    /// <summary>What a folder holds; null where nothing there works here.</summary>
    public static TorchSetupResult? Open(string folder) =>
        Read(folder) is { } manifest && Library(folder) is { Missing: null } library && (!SystemLibraries.AreTooOld || Room(folder) is not null)
            ? new(folder, library, manifest, IsNew: false) : null;

    /// <summary>Whether a set-up may put its own in place of what is there: nothing, an empty folder, or what an earlier one left.</summary>
    public static bool MayFill(string folder) => !File.Exists(folder)
        && (!Directory.Exists(folder) || File.Exists(Path.Combine(folder, ManifestFile)) || !Directory.EnumerateFileSystemEntries(folder).Any());

    public static void Write(string folder, TorchManifest manifest) =>
        File.WriteAllText(Path.Combine(folder, ManifestFile), JsonSerializer.Serialize(manifest, Format) + "\n");

    private static TorchManifest? Read(string folder)
    {
        try
        {
            string file = Path.Combine(folder, ManifestFile);
            return File.Exists(file) ? JsonSerializer.Deserialize<TorchManifest>(File.ReadAllText(file), Format) : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;   // half a manifest is none: the next set-up replaces it
        }
    }
}
