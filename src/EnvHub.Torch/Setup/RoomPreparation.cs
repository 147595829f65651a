using System.Runtime.InteropServices;

namespace EnvHub.Torch;

/// <summary>Prepares a room with the C and C++ libraries of the distribution's next release, unpacked into a folder.</summary>
/// <remarks>A newer libstdc++ alone would not do: it takes symbols of a newer C library, and that one takes a loader of its own version. So the loader comes
/// along, and a process that is to use them is started by it.</remarks>
internal static class RoomPreparation
{
    // .NET's host goes by the name of the program that started, and finds its parts beside it.
    private const string Root = "root", Programs = "bin", Loader = "dotnet";

    private static readonly string[] Packages = ["libc6", "libstdc++6", "libgcc-s1", "gcc-14-base"];
    private static readonly string[] HostParts = ["host", "shared"];

    // Of the two distributions that have older ones, the release after those.
    private static readonly Dictionary<string, string> Suites = new(StringComparer.Ordinal) { ["debian"] = "trixie", ["ubuntu"] = "noble" };

    private static readonly Dictionary<string, string> Loaders = new(StringComparer.Ordinal) { ["linux-x64"] = "ld-linux-x86-64.so.2" };

    /// <summary>The folder of .NET that this process runs on.</summary>
    private static string DotNet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The room in a folder; null where there is none that fits the .NET of this process.</summary>
    public static LoaderRoom? Open(string folder)
    {
        string loader = Path.Combine(folder, Programs, Loader);
        if (!File.Exists(loader) || HostParts.Any(part => new FileInfo(Path.Combine(folder, Programs, part)).LinkTarget != Path.Combine(DotNet, part))) return null;
        return Libraries(folder) is { } libraries ? new(loader, ["--library-path", libraries, Path.Combine(DotNet, "dotnet")]) : null;
    }

    /// <summary>Fills a folder.</summary>
    /// <returns>What was put into it.</returns>
    /// <exception cref="HubException">EH4624 to EH4629 what the machine or its mirror lacks; EH4767 there is none for this system.</exception>
    public static async Task<IReadOnlyList<PythonPackage>> RunAsync(string folder, Action<string> tell, CancellationToken cancellation)
    {
        string system = OperatingSystemOf("/etc/os-release");
        if (!Loaders.TryGetValue(TorchPlatform.Name, out string? loader) || !Suites.TryGetValue(system, out string? suite)) throw TorchErrors.NoRoom(system);
        string apt = Path.Combine(folder, "apt"), root = Path.Combine(folder, Root), programs = Path.Combine(folder, Programs);
        var archives = await FetchAsync(await AptRoom.CreateAsync(apt, [], cancellation).ConfigureAwait(false), suite, tell, cancellation).ConfigureAwait(false);
        Directory.CreateDirectory(root);
        var packages = new List<PythonPackage>();
        foreach (string archive in archives) packages.Add(await DebianArchive.UnpackAsync(archive, root, cancellation).ConfigureAwait(false));
        Directory.Delete(apt, recursive: true);
        Directory.CreateDirectory(programs);
        File.Copy(Path.Combine(Libraries(folder) ?? throw TorchErrors.NoRoom(system), loader), Path.Combine(programs, Loader));
        foreach (string part in HostParts) Directory.CreateSymbolicLink(Path.Combine(programs, part), Path.Combine(DotNet, part));
        return packages;
    }

    private static async Task<string[]> FetchAsync(AptRoom apt, string suite, Action<string> tell, CancellationToken cancellation)
    {
        tell($"fetching newer system libraries of {suite}, into a folder of their own");
        var update = await apt.GetAsync(cancellation, "update").ConfigureAwait(false);
        if (await apt.MirrorAsync(cancellation).ConfigureAwait(false) is not var (uri, entry)) throw AptFault.Of("the machine's own suites", update);
        apt.Add(AptSource.Beside(suite, uri, entry));
        update = await apt.GetAsync(cancellation, "update").ConfigureAwait(false);
        var result = await apt.GetAsync(cancellation, ["download", "-qq", .. Packages.Select(package => $"{package}/{suite}")]).ConfigureAwait(false);
        if (!result.IsSuccess) throw AptFault.Of(suite, update.Error.Length > 0 ? update : result);
        return [.. Directory.GetFiles(apt.Archives, "*.deb").Order()];
    }

    private static string? Libraries(string folder)
    {
        string lib = Path.Combine(folder, Root, "usr", "lib");
        return Directory.Exists(lib) ? Directory.EnumerateDirectories(lib, "*-linux-gnu").FirstOrDefault() : null;
    }

    private static string OperatingSystemOf(string file) => !File.Exists(file) ? "this system"
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith("ID=", StringComparison.Ordinal))?[3..].Trim('"') ?? "this system";
}
