using System.Runtime.InteropServices;
using EnvHub.Numerics;

namespace EnvHub.Cli;

/// <summary>Looks at everything that the hub needs. Never throws for what it finds.</summary>
internal static class Examination
{
    private const int ShownRuns = 5;

    // Python last: hub.json may name the one to look at.
    public static IReadOnlyList<Check> Run(string? hub) => [.. HubChecks(hub), Runtime(), Simd(), .. PythonCheck.Run(), .. TorchCheck.Run()];

    private static IEnumerable<Check> HubChecks(string? path)
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
            new Check("hub.json", CheckState.Ok, $"in {options.Root}"),
            .. catalog.Plugins.Select(Plugin),
            .. options.Experiments.Keys.SelectMany(name => Experiment(options, catalog, name)),
            RunsFolder(options.RunsFolder),
            .. Interrupted(new Hub(options, catalog) { Named = path }),
        ];
    }

    // A few lines: 'list runs' shows all.
    private static Check[] Interrupted(Hub hub)
    {
        try
        {
            var advice = new ResumeAdvice(hub);
            var runs = RunInventory.Read(hub.Options.RunsFolder).Runs.Where(run => run.State is RunState.Unfinished or RunState.Failed)
                .OrderByDescending(run => run.Changed).ToArray();
            Check[] shown = [.. runs.Take(ShownRuns).Select(run => Interrupted(run, advice.For(run)))];
            return runs.Length <= ShownRuns ? shown
                : [.. shown, new("more runs", CheckState.Ok, $"{runs.Length - ShownRuns} were interrupted or have trials that failed:", "see them with 'envhub list runs'.")];
        }
        catch (HubException fault)
        {
            return [new("runs", CheckState.Warning, fault.Message)];
        }
    }

    private static Check Interrupted(StoredRun run, (string? Command, string? Problem) advice)
    {
        string done = run.Trials is { } trials ? $"{run.Finished} of {Words.Number(trials, "trial", "trials")} finished" : "unfinished";
        return new($"run {run.Name}", CheckState.Ok, run.Failed > 0 ? $"{done}, {run.Failed} failed;" : $"{done};",
            advice.Command is { } command ? $"go on with: {command}" : advice.Problem);
    }

    private static Check Plugin(PluginStatus plugin) => plugin.State == PluginState.Loaded
        ? new($"plugin {plugin.Id}", CheckState.Ok, $"{plugin.Version} in {plugin.Folder}")
        : new($"plugin {plugin.Id}", CheckState.Warning, $"{plugin.State}: {plugin.Reason}", "The hub runs without it.");

    private static IReadOnlyList<Check> Experiment(HubOptions options, HubCatalog catalog, string name)
    {
        try
        {
            var plan = ExperimentPlanner.Plan(options, catalog, name, new ExperimentOverrides());
            string trials = Words.Number(TrialList.Of(plan).Count, "trial", "trials");
            return plan.Warnings.Count == 0 ? [new($"experiment {name}", CheckState.Ok, trials)]
                : [new($"experiment {name}", CheckState.Warning, $"{trials};", string.Join(" ", plan.Warnings))];
        }
        catch (HubException fault)
        {
            return Faults($"experiment {name}", fault);
        }
    }

    private static IReadOnlyList<Check> Faults(string name, HubException fault) => fault is HubConfigurationException configuration
        ? [.. configuration.Faults.Select(one => new Check(name, CheckState.Fault, $"{one.Path}: found {one.Found}; allowed: {one.Allowed}.", one.Message))]
        : [new Check(name, CheckState.Fault, fault.Message)];

    private static Check RunsFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("runs folder", CheckState.Ok, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new("runs folder", CheckState.Fault, $"{folder} cannot be written: {fault.Message}", "Give the user write access, or name another folder under 'runs' in hub.json.");
        }
    }

    private static Check Runtime() => new(".NET", CheckState.Ok,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Words.Number(Environment.ProcessorCount, "core", "cores")}");

    private static Check Simd() => VectorHardware.Bits switch
    {
        > 32 and int bits => new("vectors", CheckState.Ok, $"{bits} bits wide"),
        _ => new("vectors", CheckState.Warning, "none in this hardware:", "learning is several times slower than it could be."),
    };
}
