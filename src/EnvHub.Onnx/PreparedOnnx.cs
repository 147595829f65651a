namespace EnvHub.Onnx;

/// <summary>A folder that a set-up filled.</summary>
internal static class PreparedOnnx
{
    private const string LibraryFolder = "native";

    /// <summary>What its set-up writes.</summary>
    public static readonly ManifestFile<OnnxManifest> Manifest = new("envhub-onnx.json");

    /// <summary>Where a folder's libraries lie.</summary>
    public static string NativeIn(string folder) => Path.Combine(Path.GetFullPath(folder), LibraryFolder);

    /// <summary>The library of a folder; null where none of the version that is needed was prepared there.</summary>
    public static OnnxLibrary? Library(string folder) => Manifest.Read(folder)?.Version == OnnxLibrary.Package.Version
        ? new(Path.Combine(NativeIn(folder), OnnxLibrary.FileName), "prepared by 'envhub onnx setup'") : null;

    /// <summary>What a folder holds; null where nothing there works.</summary>
    public static OnnxSetupResult? Open(string folder) => Library(folder) is { Missing: null } library ? new(folder, library, IsNew: false) : null;
}
