namespace EnvHub.Torch;

/// <summary>Finds libtorch: the one that <c>ENVHUB_TORCH</c> names, and no other; else what <c>envhub torch setup</c> prepared, else that of a Python's PyTorch.</summary>
public static class TorchLocator
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The first that will do; null where there is none. Asks Pythons only where nothing was named or prepared.</summary>
    public static TorchLibrary? Find() => Known().FirstOrDefault(library => library.Missing is null) ?? (TorchPlaces.Library is null ? OfPythons().FirstOrDefault(library => library.Missing is null) : null);

    /// <summary>All that are there, in the order in which they count.</summary>
    public static IReadOnlyList<TorchLibrary> Search() =>
        [.. (TorchPlaces.Library is null ? Known().Concat(OfPythons()) : Known()).DistinctBy(library => library.Folder)];

    /// <summary>That of a Python's PyTorch; null where that has none.</summary>
    /// <param name="path">The interpreter.</param>
    public static TorchLibrary? OfPython(string path, IReadOnlyDictionary<string, string>? environment = null)
    {
        // Found without importing it, which takes seconds.
        const string Question = "from importlib import util; found = util.find_spec('torch'); print(found.submodule_search_locations[0] if found else '')";
        var python = new PythonInterpreter(path, "", null, null, environment ?? new Dictionary<string, string>());
        return python.Run(Question, Longest)?.Trim() is { Length: > 0 } folder ? TorchLibrary.In(folder, $"PyTorch of {path}") : null;
    }

    private static IEnumerable<TorchLibrary> Known() => TorchPlaces.Library is { } named ? [TorchLibrary.In(named, $"named by {TorchPlaces.LibraryVariable}")]
        : TorchPlaces.Folders.Select(PreparedTorch.Library).OfType<TorchLibrary>();

    internal static IEnumerable<TorchLibrary> OfPythons() =>
        PythonLocator.Search().Select(finding => finding.Python).OfType<PythonInterpreter>().Where(python => python.Torch is not null)
            .Select(python => OfPython(python.Path, python.Environment)).OfType<TorchLibrary>();
}
