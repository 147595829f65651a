namespace EnvHub.Python;

/// <summary>A folder that a set-up filled: its manifest, and the interpreter that it describes.</summary>
internal static class PreparedFolder
{
    /// <summary>What its set-up writes.</summary>
    public static readonly ManifestFile<PythonManifest> Manifest = new("envhub-python.json");

    /// <summary>The interpreter of a folder; null where none was prepared there.</summary>
    public static PythonCandidate? Candidate(string folder) => Manifest.Read(folder) is { } manifest
        ? new(Path.GetFullPath(manifest.Interpreter, Path.GetFullPath(folder)), "prepared by 'envhub python setup'", Variables(Path.GetFullPath(folder), manifest))
        {
            Extras = manifest.Extras,
        } : null;

    /// <summary>The extra packages that a folder was prepared with, whether it still works or not.</summary>
    public static IReadOnlyList<string> Extras(string folder) => Manifest.Read(folder)?.Extras ?? [];

    /// <summary>What a folder holds; null where nothing there works.</summary>
    public static PythonSetupResult? Open(string folder) =>
        Manifest.Read(folder) is { } manifest && Candidate(folder) is { } candidate && File.Exists(candidate.Path)
        && PythonLocator.Ask(candidate.Path, candidate.Environment) is { Missing: null } python
            ? new(folder, python, manifest, IsNew: false) : null;

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
