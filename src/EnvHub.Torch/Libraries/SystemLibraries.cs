using System.Runtime.InteropServices;

namespace EnvHub.Torch;

/// <summary>Whether the libraries that this process runs with are new enough for TorchSharp's native part.</summary>
internal static class SystemLibraries
{
    // The only symbol that it takes of GCC 13's library; Debian 12 and Ubuntu 22.04 have that of GCC 12.
    private const string Library = "libstdc++.so.6", Symbol = "_ZSt21ios_base_library_initv";

    /// <summary>What libstdc++ must have.</summary>
    public const string NeededVersion = "GLIBCXX_3.4.32";

    /// <summary>Whether a process must be started with newer ones.</summary>
    public static bool AreTooOld { get; } = OperatingSystem.IsLinux() && !HasSymbol();

    private static bool HasSymbol() => NativeLibrary.TryLoad(Library, out nint library) && NativeLibrary.TryGetExport(library, Symbol, out _);
}
