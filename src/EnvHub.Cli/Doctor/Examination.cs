using System.Runtime.InteropServices;
using EnvHub.Numerics;

namespace EnvHub.Cli;

/// <summary>Looks at everything that the hub needs. Never throws for what it finds.</summary>
internal static class Examination
{
    private const int ShownRuns = 5;

    // Python last: hub.json may name the one to look at.
    public static IReadOnlyList<Finding> Run(string? hub) => [.. HubChecks(hub), Runtime(), Simd(), .. PythonFindings.Run(), .. TorchFindings.Run(), OnnxFindings.Run()];

    private static IEnumerable<Finding> HubChecks(string? path)
    {
        HubOptions options;
        try
        {
            options = Hub.Read(path);
        }
        catch (HubException fault)
        {
            return Faults("hub.json", fault);
        }
        var catalog = HubCatalog.Load(options);
        return
        [
            new Finding("hub.json", FindingState.Ok, $"in {options.Root}"),
            .. catalog.Plugins.Select(Plugin),
            .. options.Experiments.Keys.SelectMany(name => Experiment(options, catalog, name)),
            RunsFolder(options.RunsFolder),
            .. Interrupted(new Hub(options, catalog) { Named = path }),
        ];
    }

    // A few lines: 'list runs' shows all.
    private static Finding[] Interrupted(Hub hub)
    {
        try
        {
            var advice = new ResumeAdvice(hub);
            var runs = RunInventory.Read(hub.Options.RunsFolder).Runs.Where(run => run.State is RunState.Unfinished or RunState.Failed)
                .OrderByDescending(run => run.Changed).ToArray();
            Finding[] shown = [.. runs.Take(ShownRuns).Select(run => Interrupted(run, advice.For(run)))];
            return runs.Length <= ShownRuns ? shown
                : [.. shown, new("more runs", FindingState.Ok, $"{runs.Length - ShownRuns} were interrupted or have trials that failed:", "see them with 'envhub list runs'.")];
        }
        catch (HubException fault)
        {
            return [new("runs", FindingState.Warning, fault.Message)];
        }
    }

    private static Finding Interrupted(StoredRun run, (string? Command, string? Problem) advice)
    {
        string done = run.Trials is { } trials ? $"{run.Finished} of {Words.Number(trials, "trial", "trials")} finished" : "unfinished";
        return new($"run {run.Name}", FindingState.Ok, run.Failed > 0 ? $"{done}, {run.Failed} failed;" : $"{done};",
            advice.Command is { } command ? $"go on with: {command}" : advice.Problem);
    }

    private static Finding Plugin(PluginStatus plugin) => plugin.State == PluginState.Loaded
        ? new($"plugin {plugin.Id}", FindingState.Ok, $"{plugin.Version} in {plugin.Folder}")
        : new($"plugin {plugin.Id}", FindingState.Warning, $"{plugin.State}: {plugin.Reason}", "The hub runs without it.");

    private static IReadOnlyList<Finding> Experiment(HubOptions options, HubCatalog catalog, string name)
    {
        try
        {
            var plan = ExperimentPlanner.Plan(options, catalog, name, new ExperimentOverrides());
            string trials = Words.Number(TrialList.Of(plan).Count, "trial", "trials");
            return plan.Warnings.Count == 0 ? [new($"experiment {name}", FindingState.Ok, trials)]
                : [new($"experiment {name}", FindingState.Warning, $"{trials};", string.Join(" ", plan.Warnings))];
        }
        catch (HubException fault)
        {
            return Faults($"experiment {name}", fault);
        }
    }

    private static IReadOnlyList<Finding> Faults(string name, HubException fault) => fault is HubConfigurationException configuration
        ? [.. configuration.Faults.Select(one => new Finding(name, FindingState.Fault, $"{one.Path}: found {one.Found}; allowed: {one.Allowed}.", one.Message))]
        : [new Finding(name, FindingState.Fault, fault.Message)];

    private static Finding RunsFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("runs folder", FindingState.Ok, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new("runs folder", FindingState.Fault, $"{folder} cannot be written: {fault.Message}", "Give the user write access, or name another folder under 'runs' in hub.json.");
        }
    }

    private static Finding Runtime() => new(".NET", FindingState.Ok,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Words.Number(Environment.ProcessorCount, "core", "cores")}");

    private static Finding Simd() => VectorHardware.Bits switch
    {
        > 32 and int bits => new("vectors", FindingState.Ok, $"{bits} bits wide"),
        _ => new("vectors", FindingState.Warning, "none in this hardware:", "learning is several times slower than it could be."),
    };
}
