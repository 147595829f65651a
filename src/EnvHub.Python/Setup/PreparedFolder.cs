using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Python;

/// <summary>A folder that a set-up filled: its manifest, and the interpreter that it describes.</summary>
internal static class PreparedFolder
{
    private const string ManifestFile = "envhub-python.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The interpreter of a folder; null where none was prepared there.</summary>
    public static PythonCandidate? Candidate(string folder) => Read(folder) is { } manifest
        ? new(Path.GetFullPath(manifest.Interpreter, Path.GetFullPath(folder)), "prepared by 'envhub python setup'", Variables(Path.GetFullPath(folder), manifest))
        {
            Extras = manifest.Extras,
        } : null;

    /// <summary>The extra packages that a folder was prepared with, whether it still works or not.</summary>
    public static IReadOnlyList<string> Extras(string folder) => Read(folder)?.Extras ?? [];

    /// <summary>What a folder holds; null where nothing there works.</summary>
    public static PythonSetupResult? Open(string folder) =>
        Read(folder) is { } manifest && Candidate(folder) is { } candidate && File.Exists(candidate.Path)
        && PythonLocator.Ask(candidate.Path, candidate.Environment) is { Missing: null } python
            ? new(folder, python, manifest, IsNew: false) : null;

    /// <summary>Whether a set-up may put its own in place of what is there: nothing, an empty folder, or what an earlier one left.</summary>
    public static bool MayFill(string folder) => !File.Exists(folder)
        && (!Directory.Exists(folder) || File.Exists(Path.Combine(folder, ManifestFile)) || !Directory.EnumerateFileSystemEntries(folder).Any());

    public static void Write(string folder, PythonManifest manifest) =>
        File.WriteAllText(Path.Combine(folder, ManifestFile), JsonSerializer.Serialize(manifest, Format) + "\n");

    private static PythonManifest? Read(string folder)
    {
        try
        {
            string file = Path.Combine(folder, ManifestFile);
            return File.Exists(file) ? JsonSerializer.Deserialize<PythonManifest>(File.ReadAllText(file), Format) : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;   // half a manifest is none: the next set-up replaces it
        }
    }

    private static Dictionary<string, string> Variables(string folder, PythonManifest manifest)
    {
        var variables = new Dictionary<string, string>();
        Add("PYTHONPATH", manifest.ModuleFolders);
        Add("LD_LIBRARY_PATH", manifest.LibraryFolders);
        return variables;

        // What the user set stays, behind: modules with environments of one's own are found that way.
        void Add(string name, IReadOnlyList<string> folders)
        {
            if (folders.Count == 0) return;
            var paths = folders.Select(path => Path.GetFullPath(path, folder));
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } users) paths = paths.Append(users);
            variables[name] = string.Join(Path.PathSeparator, paths);
        }
    }
}
