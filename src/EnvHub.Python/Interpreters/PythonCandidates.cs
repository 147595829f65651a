namespace EnvHub.Python;

/// <summary>Lists the interpreters that may do, in the order in which they count.</summary>
internal static class PythonCandidates
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly string[] UsualPlaces = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"];

    /// <summary>The named one alone, where one is named; else prepared, active, on the path, in the usual places.</summary>
    public static IReadOnlyList<PythonCandidate> All()
    {
        if (PythonPlaces.Interpreter is { } named) return [Named(named, $"named by hub.json or {PythonPlaces.InterpreterVariable}")];
        return [.. Prepared().Concat(Installed()).DistinctBy(one => one.Path + string.Join(';', one.Environment.Values))];
    }

    /// <summary>Those of the machine, without what the hub prepared.</summary>
    public static IEnumerable<PythonCandidate> Installed() =>
        Active("VIRTUAL_ENV", "active virtual environment").Concat(Active("CONDA_PREFIX", "active conda environment"))
            .Concat(new[] { OnPath("python3") ?? OnPath("python") }.OfType<string>().Select(path => new PythonCandidate(path, "on the path", Nothing)))
            .Concat(UsualPlaces.Where(File.Exists).Select(path => new PythonCandidate(path, "usual place", Nothing)));

    private static IEnumerable<PythonCandidate> Prepared() => PythonPlaces.Folders.Select(PreparedFolder.Candidate).OfType<PythonCandidate>();

    // A folder, a path, or a name to be looked for on the path.
    private static PythonCandidate Named(string named, string origin)
    {
        if (Directory.Exists(named)) return PreparedFolder.Candidate(named) ?? new(InFolder(named) ?? named, origin, Nothing);
        return new(Path.GetFileName(named) == named ? OnPath(named) ?? named : named, origin, Nothing);
    }

    private static IEnumerable<PythonCandidate> Active(string variable, string origin) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder && InFolder(folder) is { } path ? [new(path, origin, Nothing)] : [];

    private static string? InFolder(string folder) =>
        new[] { Path.Combine(folder, "bin", "python3"), Path.Combine(folder, "bin", "python"), Path.Combine(folder, "Scripts", "python.exe") }.FirstOrDefault(File.Exists);

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
        .FirstOrDefault(File.Exists);
}
