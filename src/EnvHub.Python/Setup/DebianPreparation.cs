using System.Diagnostics;

namespace EnvHub.Python;

/// <summary>Prepares the distribution's packages for the distribution's own Python, unpacked into a folder.</summary>
/// <remarks>apt does what it does best: mirrors, proxies, signatures, hashes, dependencies. It works on lists, caches and a copy of the
/// package status that lie in the folder, so that nothing of the system changes; packages are unpacked, not installed.</remarks>
internal static class DebianPreparation
{
    private const string Python = "/usr/bin/python3", Root = "root";

    private static readonly TimeSpan LongestUnpacking = TimeSpan.FromMinutes(2);

    /// <param name="options">Which packages to bring, and which to take for missing.</param>
    /// <exception cref="HubException">EH4624 to EH4629, EH4632 what the machine or its mirror lacks.</exception>
    public static async Task<PythonManifest> RunAsync(string folder, PythonSetupOptions options, Action<string> tell, CancellationToken cancellation)
    {
        if (!File.Exists(Python)) throw PythonErrors.NoTool("python3");
        string room = Path.Combine(folder, "apt"), root = Path.Combine(folder, Root);
        var apt = await AptRoom.CreateAsync(room, options.Without, cancellation).ConfigureAwait(false);
        var archives = await GymnasiumPackages.FetchAsync(apt, options.Extras, tell, cancellation).ConfigureAwait(false);
        tell($"unpacking {archives.Count} packages");
        Directory.CreateDirectory(root);
        var packages = new List<PythonPackage>();
        foreach (string archive in archives) packages.Add(await DebianArchive.UnpackAsync(archive, root, cancellation).ConfigureAwait(false));
        Directory.Delete(room, recursive: true);
        await CompileAsync(root, cancellation).ConfigureAwait(false);
        return new()
        {
            Source = PythonSource.Debian,
            Interpreter = Python,
            ModuleFolders = [.. Directory.EnumerateDirectories(root, "dist-packages", SearchOption.AllDirectories).Order().Select(Relative)],
            LibraryFolders = [.. LibraryFolders(root).Select(Relative)],
            Packages = packages,
            Extras = options.Extras,
        };

        string Relative(string path) => Path.GetRelativePath(folder, path);
    }

    // Installed packages come compiled, unpacked ones do not, and nothing may write beside them later: each start would compile NumPy again.
    // Where it fails, as for a template that is no Python, that much is lost and no more.
    private static Task<ProcessResult> CompileAsync(string root, CancellationToken cancellation) =>
        ProcessRunner.RunAsync(new ProcessStartInfo(Python, ["-m", "compileall", "-q", root]), LongestUnpacking, cancellation: cancellation);

    // Of the shared libraries' folder and those one below, where Debian keeps what its alternatives link to; extension modules lie elsewhere.
    private static IEnumerable<string> LibraryFolders(string root) =>
        new[] { Path.Combine(root, "usr", "lib"), Path.Combine(root, "lib") }.Where(Directory.Exists)
            .SelectMany(lib => Directory.EnumerateDirectories(lib, "*-linux-gnu*"))
            .SelectMany(triplet => Directory.EnumerateDirectories(triplet).Prepend(triplet))
            .Where(path => Directory.EnumerateFileSystemEntries(path, "lib*.so*").Any())
            .Order();
}
