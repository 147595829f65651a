using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>The folder that an experiment's records go to. Made once; only the run that it was made for is resumed in it.</summary>
public sealed class RunFolder
{
    /// <summary>The file that says what was run, and whose creation claims the folder.</summary>
    internal const string ExperimentFile = "experiment.json";

    /// <summary>In the folder of all runs: records that several runs share.</summary>
    internal const string StagesFolder = "stages";

    private readonly string _stages;

    private RunFolder(string path, string stages) => (Path, _stages) = (path, stages);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>Makes <c>runs/experiment/yyyyMMdd-HHmmss[-n]</c>, in universal time.</summary>
    /// <param name="runsFolder">The folder of all runs; made if absent.</param>
    /// <param name="experiment">The experiment's name.</param>
    /// <exception cref="HubException">EH3502 the folder cannot be written.</exception>
    public static RunFolder Create(string runsFolder, string experiment, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        string stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        string runs = System.IO.Path.GetFullPath(runsFolder), start = System.IO.Path.Combine(runs, FolderName.Of(experiment), stamp);
        try
        {
            for (int n = 1; ; n++)
            {
                string path = n == 1 ? start : $"{start}-{n}";
                if (TryClaim(path)) return new(path, System.IO.Path.Combine(runs, StagesFolder));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.RunFolderNotWritable(start, fault);
        }
    }

    /// <summary>A run folder that is there.</summary>
    /// <param name="path">Of the run itself.</param>
    /// <param name="runsFolder">The folder of all runs, where records lie that several runs share.</param>
    public static RunFolder Open(string path, string runsFolder) =>
        new(System.IO.Path.GetFullPath(path), System.IO.Path.Combine(System.IO.Path.GetFullPath(runsFolder), StagesFolder));

    /// <summary>The folder of a run: as the path says, or else as its name in the folder of all runs does.</summary>
    /// <param name="run">E.g. <c>runs/classic-pair/20260131-120000</c> or <c>classic-pair/20260131-120000</c>.</param>
    /// <returns>Absolute; need not exist.</returns>
    public static string Find(string run, string runsFolder)
    {
        string inRuns = System.IO.Path.GetFullPath(run, System.IO.Path.GetFullPath(runsFolder));
        return System.IO.Path.TrimEndingDirectorySeparator(!Directory.Exists(run) && Directory.Exists(inRuns) ? inRuns : System.IO.Path.GetFullPath(run));
    }

    /// <summary>Where a trial's files go: into this folder, or where all runs find what others build on.</summary>
    public string Of(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.Key is { } key ? System.IO.Path.Combine(_stages, key) : System.IO.Path.Combine([Path, .. trial.Name.Split('/')]);
    }

    /// <summary>The folder of the trial called <paramref name="key"/> that the trial recorded in <paramref name="trialFolder"/> built on: in the
    /// folder of all runs, above it.</summary>
    internal static string OfKey(string trialFolder, string key)
    {
        // A key names a folder there, none elsewhere.
        if (key.Length == 0 || key is "." or ".." || key.AsSpan().ContainsAny('/', '\\')) throw HostingErrors.NoRecords(System.IO.Path.Combine(StagesFolder, key));
        string? above = System.IO.Path.GetFullPath(trialFolder);
        while ((above = System.IO.Path.GetDirectoryName(above)) is not null)
            if (System.IO.Path.Combine(above, StagesFolder, key) is var found && Directory.Exists(found)) return found;
        throw HostingErrors.NoRecords(System.IO.Path.Combine(StagesFolder, key));
    }

    // Making a folder succeeds for everyone; making a file that must not exist succeeds for one.
    private static bool TryClaim(string path)
    {
        if (File.Exists(path)) return false;
        Directory.CreateDirectory(path);
        if (Directory.EnumerateFileSystemEntries(path).Any()) return false;
        try
        {
            using var claim = new FileStream(System.IO.Path.Combine(path, ExperimentFile), FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (Directory.EnumerateFileSystemEntries(path).Any())
        {
            return false;
        }
    }
}
