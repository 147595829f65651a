namespace EnvHub.Torch;

/// <summary>What libtorch is called on this platform.</summary>
public static class TorchPlatform
{
    /// <summary>The libtorch that TorchSharp 0.107.0 was built with; the package's version.</summary>
    public const string Version = "2.10.0";

    /// <summary>Versions of libtorch that TorchSharp 0.107.0 runs with.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["2.10", "2.11"];

    /// <summary>The name of the platform in packages, e.g. <c>linux-x64</c>.</summary>
    public static string Name => NativePackage.Platform;

    /// <summary>The package with libtorch for this platform; null where there is none.</summary>
    public static string? Package => Name is "linux-x64" or "win-x64" or "win-arm64" or "osx-arm64" ? $"libtorch-cpu-{Name}" : null;

    /// <summary>Files to load, in order; those that only builds for CUDA have among them.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. ((string[])["c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch"]).Select(FileOf)];

    /// <summary>Which of <see cref="Files"/> every build has.</summary>
    internal static IReadOnlyList<string> Needed { get; } = [FileOf("c10"), FileOf("torch_cpu"), FileOf("torch")];

    /// <summary>The file that tells a build for CUDA.</summary>
    internal static string Cuda { get; } = FileOf("torch_cuda");

    private static string FileOf(string name) => OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
