namespace EnvHub.Python;

/// <summary>What a set-up put into its folder. Paths are relative to it, or absolute where they lie outside.</summary>
public sealed record PythonManifest
{
    /// <summary>Where the packages came from.</summary>
    public required PythonSource Source { get; init; }

    /// <summary>The executable.</summary>
    public required string Interpreter { get; init; }

    /// <summary>Folders for <c>PYTHONPATH</c>.</summary>
    public IReadOnlyList<string> ModuleFolders { get; init; } = [];

    /// <summary>Folders for <c>LD_LIBRARY_PATH</c>.</summary>
    public IReadOnlyList<string> LibraryFolders { get; init; } = [];

    /// <summary>What was added to the interpreter.</summary>
    public IReadOnlyList<PythonPackage> Packages { get; init; } = [];

    /// <summary>Those of them that were asked for by name, as pip calls them.</summary>
    public IReadOnlyList<string> Extras { get; init; } = [];

    /// <summary>Python's version when it was checked.</summary>
    public string Python { get; init; } = "";

    /// <summary>NumPy's version when it was checked.</summary>
    public string NumPy { get; init; } = "";

    /// <summary>Gymnasium's version when it was checked.</summary>
    public string Gymnasium { get; init; } = "";

    /// <summary>When it was prepared, UTC.</summary>
    public DateTimeOffset Prepared { get; init; }
}
