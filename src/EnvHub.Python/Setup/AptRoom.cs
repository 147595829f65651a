using System.Diagnostics;

namespace EnvHub.Python;

/// <summary>apt with the machine's configuration, and with lists, caches and status in a folder of its own.</summary>
internal sealed class AptRoom
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);
    private readonly string _folder;
    private readonly string _configuration;

    private AptRoom(string folder, IReadOnlySet<string> installed) =>
        (_folder, _configuration, Installed) = (folder, Path.Combine(folder, "apt.conf"), installed);

    /// <summary>Names of the packages that the machine has.</summary>
    public IReadOnlySet<string> Installed { get; }

    /// <summary>Where fetched packages lie.</summary>
    public string Archives => Path.Combine(_folder, "archives");

    private string Sources => Path.Combine(_folder, "sources.list");

    private string Preferences => Path.Combine(_folder, "preferences");

    /// <summary>Makes the folder.</summary>
    /// <param name="without">Installed packages to take for missing.</param>
    /// <exception cref="HubException">EH4625 this machine has no apt.</exception>
    public static async Task<AptRoom> CreateAsync(string folder, IReadOnlyList<string> without, CancellationToken cancellation)
    {
        foreach (string part in (string[])["lists/partial", "archives"]) Directory.CreateDirectory(Path.Combine(folder, part));
        var dump = await ProcessRunner.RunAsync(new ProcessStartInfo("apt-config", ["dump"]), Longest, cancellation: cancellation).ConfigureAwait(false);
        if (!dump.IsSuccess) throw PythonErrors.NoTool("apt-get");
        var configuration = AptConfiguration.Parse(dump.Output);
        var status = PackageStatus.Parse(File.ReadAllText(configuration.StatusFile), without);
        var room = new AptRoom(folder, status.Names);
        File.WriteAllText(room._configuration, configuration.InRoom(folder));
        // It may hold a proxy's password.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(room._configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(room.Sources, File.Exists(configuration.SourcesFile) ? File.ReadAllText(configuration.SourcesFile) : "");
        File.WriteAllText(room.Preferences, "");
        File.WriteAllText(Path.Combine(folder, "status"), status.Text);
        return room;
    }

    /// <summary>Adds a suite of the distribution for what the machine's own suites lack; they come first for everything else.</summary>
    public void Add(AptSource source)
    {
        File.AppendAllText(Sources, $"\n{source.Line}\n");
        foreach (string field in (string[])["n", "a"])
            File.AppendAllText(Preferences, $"Package: *\nPin: release {field}={source.Suite}\nPin-Priority: 100\n\n");
    }

    /// <summary>The mirror of the distribution itself, not of someone else's packages; null where no list of it was read.</summary>
    public async Task<(string Uri, string Entry)?> MirrorAsync(CancellationToken cancellation)
    {
        var targets = await GetAsync(cancellation, "indextargets", "--format", "$(REPO_URI) $(COMPONENT) $(ORIGIN) $(SOURCESENTRY)", "Created-By: Packages").ConfigureAwait(false);
        return ProcessResult.Lines(targets.Output).Select(line => line.Split(' ', 4)).Where(parts => parts.Length == 4 && parts[1] == "main")
            .OrderByDescending(parts => parts[2] == "Debian").Select(parts => ((string, string)?)(parts[0], parts[3])).FirstOrDefault();
    }

    /// <summary>Runs apt-get where archives are to lie.</summary>
    public Task<ProcessResult> GetAsync(CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments) { WorkingDirectory = Archives };
        start.Environment["APT_CONFIG"] = _configuration;
        // Its messages are read.
        start.Environment["LC_ALL"] = "C";
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        return ProcessRunner.RunAsync(start, Longest, cancellation: cancellation);
    }
}
