namespace EnvHub.Onnx;

/// <summary>ONNX Runtime's native library, wherever it lies.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Origin">Who put or named it there.</param>
public sealed record OnnxLibrary(string File, string Origin)
{
    /// <summary>The package, whose version is that of the managed part that plugins are built with.</summary>
    public static NativePackage Package { get; } = new("Microsoft.ML.OnnxRuntime", "1.31.1", "some 160 MB");

    /// <summary>What the library is called on this platform.</summary>
    public static string FileName { get; } = OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    private static readonly string[] Platforms = ["linux-x64", "linux-arm64", "osx-arm64", "win-x64", "win-arm64"];

    /// <summary>Whether the package has a library for this platform.</summary>
    public static bool HasPackage => Platforms.Contains(NativePackage.Platform, StringComparer.Ordinal);

    /// <summary>Why it cannot be used, in a few words; null if nothing is against it.</summary>
    public string? Missing => System.IO.File.Exists(File) ? null : "there is no such file";

    /// <summary>The first that is there; null where there is none.</summary>
    public static OnnxLibrary? Find() => Search().FirstOrDefault(library => library.Missing is null);

    /// <summary>All that were named or prepared, in the order in which they count.</summary>
    public static IReadOnlyList<OnnxLibrary> Search() => OnnxPlaces.Library is { } named
        ? [new(Directory.Exists(named) ? Path.Combine(Path.GetFullPath(named), FileName) : Path.GetFullPath(named), $"named by {OnnxPlaces.LibraryVariable}")]
        : [.. OnnxPlaces.Folders.Select(PreparedOnnx.Library).OfType<OnnxLibrary>()];

    /// <summary>Why policies from ONNX files cannot be played on this machine, in a sentence that says what to type; null if they can.</summary>
    public static string? Refusal() => Find() is null ? OnnxErrors.NoLibrary(Search()) : null;
}
