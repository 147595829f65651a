namespace EnvHub.Torch;

/// <summary>A libtorch on this machine.</summary>
/// <param name="Folder">Of its libraries.</param>
/// <param name="Origin">Where it comes from, in a few words.</param>
/// <param name="Version">E.g. <c>2.10.0</c>, <c>2.11.0+cu130</c>; empty where nothing tells.</param>
public sealed record TorchLibrary(string Folder, string Origin, string Version)
{
    /// <summary>Whether it was built for CUDA.</summary>
    public bool HasCuda => File.Exists(Path.Combine(Folder, TorchPlatform.Cuda));

    /// <summary>Why it will not do, in a few words; null where it will.</summary>
    public string? Missing
    {
        get
        {
            if (!Directory.Exists(Folder)) return "the folder is not there";
            string[] absent = [.. TorchPlatform.Needed.Where(file => !File.Exists(Path.Combine(Folder, file)))];
            if (absent.Length > 0) return $"it lacks {string.Join(", ", absent)}";
            return Version.Length == 0 || TorchPlatform.Versions.Any(fit => Version.StartsWith(fit + ".", StringComparison.Ordinal)) ? null
                : $"it is {Version}; TorchSharp takes {string.Join(" or ", TorchPlatform.Versions)}";
        }
    }

    /// <summary>The libtorch in a folder.</summary>
    /// <param name="folder">Of its libraries: <c>torch/lib</c> of a Python's PyTorch, or a folder above that.</param>
    public static TorchLibrary In(string folder, string origin)
    {
        string below = Path.Combine(folder, "lib");
        if (!File.Exists(Path.Combine(folder, TorchPlatform.Needed[0])) && Directory.Exists(below)) folder = below;
        return new(folder, origin, VersionOf(folder));
    }

    // PyTorch's package says it in torch/version.py, the downloads of libtorch in build-version; the file of our own set-up is asked elsewhere.
    private static string VersionOf(string folder)
    {
        string above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
        string download = Path.Combine(above, "build-version"), python = Path.Combine(above, "version.py");
        try
        {
            if (File.Exists(download)) return File.ReadAllText(download).Trim();
            string? line = File.Exists(python) ? File.ReadLines(python).FirstOrDefault(line => line.StartsWith("__version__", StringComparison.Ordinal)) : null;
            return line?.Split('=')[^1].Trim(' ', '\'', '"') ?? "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
