namespace EnvHub.Python;

/// <summary>Finds Python interpreters: the one that hub.json or <c>ENVHUB_PYTHON</c> names, and no other; else the hub's own prepared
/// environment, the active virtual or conda environment, <c>python3</c> on the path, the usual places.</summary>
public static class PythonLocator
{
    // Versions from the packages' metadata: importing them takes a second. A module of that name in the current folder is not what is meant.
    private const string Question = """
        import sys
        sys.path[:] = [folder for folder in sys.path if folder]
        import platform
        from importlib import metadata, util
        def version(name):
            try: return metadata.version(name)
            except Exception: return "unknown" if util.find_spec(name) else ""
        print(platform.python_version(), version("numpy"), version("gymnasium"), version("torch"), sep="\n")
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The first interpreter with NumPy and Gymnasium; null where there is none.</summary>
    public static PythonInterpreter? Find() =>
        PythonCandidates.All().Select(Ask).FirstOrDefault(finding => finding.Missing is null)?.Python;

    /// <summary>The paths of all interpreters that are there, in the order in which they count.</summary>
    public static IReadOnlyList<string> Candidates() => [.. PythonCandidates.All().Select(candidate => candidate.Path)];

    /// <summary>All interpreters that are there, and what each has; asked side by side.</summary>
    public static IReadOnlyList<PythonFinding> Search()
    {
        var candidates = PythonCandidates.All();
        // Each mostly waits for its process, whatever the number of cores.
        return [.. Task.WhenAll(candidates.Select(one => Task.Factory.StartNew(
            () => Ask(one), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).GetAwaiter().GetResult()];
    }

    /// <summary>What an interpreter has; null if it does not answer.</summary>
    /// <param name="path">The executable.</param>
    /// <param name="environment">Environment variables that it needs; null for none.</param>
    public static PythonInterpreter? Ask(string path, IReadOnlyDictionary<string, string>? environment = null)
    {
        var python = new PythonInterpreter(path, "", null, null, environment ?? new Dictionary<string, string>());
        return python.Run(Question, Longest)?.Split('\n') is [var version, var numpy, var gymnasium, var torch, ..]
            ? python with { Version = version.Trim(), NumPy = OrNull(numpy), Gymnasium = OrNull(gymnasium), Torch = OrNull(torch) } : null;
    }

    private static PythonFinding Ask(PythonCandidate candidate) => new(candidate, Ask(candidate.Path, candidate.Environment));

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } value ? value : null;
}
