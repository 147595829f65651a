using EnvHub.Onnx;
using EnvHub.Python;
using EnvHub.Torch;

namespace EnvHub.Cli;

/// <summary>The hub that a verb works with: what hub.json says, and what its plugins bring.</summary>
/// <param name="Options">As read.</param>
/// <param name="Catalog">As loaded.</param>
internal sealed record Hub(HubOptions Options, HubCatalog Catalog)
{
    /// <summary>The file or its folder, as the command line named it; null where it was looked for.</summary>
    public string? Named { get; init; }

    /// <summary>Reads hub.json and loads its plugins.</summary>
    /// <param name="path">The file or its folder; null to look for it.</param>
    public static Hub Open(string? path)
    {
        var options = Read(path);
        return new(options, HubCatalog.Load(options)) { Named = path };
    }

    /// <summary>A trial that was run, in a process that can run its backend.</summary>
    /// <param name="folder">The trial's.</param>
    public TrialPlayer OpenTrial(string folder)
    {
        var trial = TrialPlayer.Open(folder, Catalog);
        Rooms.EnterFor(trial.Trial.Stage);
        return trial;
    }

    /// <summary>A policy from an ONNX file, in environments of the command line.</summary>
    /// <param name="file">From the current folder.</param>
    /// <param name="tell">Told what the user should know of an environment.</param>
    public TrialPlayer OpenPolicy(string file, IReadOnlyList<string> read, IReadOnlyList<string> ids, (IReadOnlyList<string> Set, IReadOnlyList<string> Wrap) environment, Action<string> tell)
    {
        var tasks = new List<TaskPlan>();
        foreach (string id in ids)
        {
            var (task, warning) = EnvironmentPlanner.Plan(Catalog, id, environment.Set, environment.Wrap);
            if (warning is not null) tell($"warning {warning}");
            tasks.Add(task);
        }
        return PolicyPlanner.Onnx(Catalog, Path.GetFullPath(file), read, tasks);
    }

    /// <summary>A run's folder: as it is given, which takes no hub, or by its name in the hub's runs folder.</summary>
    /// <param name="hub">hub.json or its folder; null to look for it.</param>
    public static string RunFolder(string run, string? hub) => Directory.Exists(run) ? run : Hosting.RunFolder.Find(run, Read(hub).RunsFolder);

    /// <summary>Reads hub.json: the one named, or the nearest of the current folder and those above, or of the executable's repository.</summary>
    /// <exception cref="HubConfigurationException">EH3002 it has faults; those that only its plugins can tell are listed too.</exception>
    public static HubOptions Read(string? path)
    {
        try
        {
            var options = HubConfigurationReader.Read(path);
            PythonPlaces.Use(options.Python, PythonPlaces.DefaultFolder(options.Root));
            OnnxPlaces.Use(options.Root);
            TorchPlaces.Use(TorchPlaces.DefaultFolder(options.Root));
            return options;
        }
        catch (HubConfigurationException fault)
        {
            throw new HubConfigurationException(fault.Code, fault.Subject, ExperimentPlanner.Check(path));
        }
    }
}
