namespace EnvHub.Hosting;

/// <summary>What lies in the folder of all runs: runs, and the stages that they build on.</summary>
public sealed class RunInventory
{
    /// <summary>Behind the names of folders that are being removed.</summary>
    internal const string RemovedExtension = ".removed";

    private const int ShownKey = 8;

    private RunInventory(IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredStage> stages, IReadOnlyList<string> strangers, IReadOnlyList<string> leftovers) =>
        (Runs, Stages, Strangers, Leftovers) = (runs, stages, strangers, leftovers);

    /// <summary>By their names, so the oldest of an experiment first.</summary>
    public IReadOnlyList<StoredRun> Runs { get; }

    /// <summary>By what they were first run for.</summary>
    public IReadOnlyList<StoredStage> Stages { get; }

    /// <summary>Folders among the stages that are no stage's, though a record lies in them: copies. Nobody reads them.</summary>
    public IReadOnlyList<string> Strangers { get; }

    /// <summary>Folders whose removal was not completed.</summary>
    internal IReadOnlyList<string> Leftovers { get; }

    /// <summary>Looks into the folder; one that does not exist is empty. Changes nothing.</summary>
    /// <exception cref="HubException">EH3620 it cannot be read.</exception>
    public static RunInventory Read(string runsFolder)
    {
        try
        {
            string root = Path.GetFullPath(runsFolder);
            string[] folders = [.. Folders(root).SelectMany(Folders).Order(StringComparer.Ordinal)];
            StoredRun[] runs = [.. folders.Where(folder => !IsLeftover(folder) && File.Exists(Path.Combine(folder, RunFolder.ExperimentFile))).Select(RunReader.Read)];
            var ofStages = Folders(Path.Combine(root, RunFolder.StagesFolder)).ToLookup(folder => StageReader.IsKey(Path.GetFileName(folder)));
            StoredStage[] stages = [.. ofStages[true].Select(StageReader.Read)];
            var known = stages.ToDictionary(stage => stage.Key, StringComparer.Ordinal);
            var uses = runs.Select(run => (Run: run, Keys: Closure(run.Stages, known))).ToArray();
            stages = [.. stages.Select(stage => stage with { UsedBy = [.. uses.Where(use => use.Keys.Contains(stage.Key)).Select(use => use.Run.Name)] })];
            return new([.. uses.Select(use => WithProblem(use.Run, use.Keys, known))],
                [.. stages.OrderBy(stage => stage.Name, StringComparer.Ordinal).ThenBy(stage => stage.Seed).ThenBy(stage => stage.Key, StringComparer.Ordinal)],
                [.. ofStages[false].Where(folder => !IsLeftover(folder) && File.Exists(Path.Combine(folder, TrialFiles.ConfigFile))).Order(StringComparer.Ordinal)],
                [.. folders.Where(IsLeftover)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.InventoryUnreadable(runsFolder, fault);
        }
    }

    private static string[] Folders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static bool IsLeftover(string folder) => folder.EndsWith(RemovedExtension, StringComparison.Ordinal);

    // What a run found in a stage when it ran is in its own records; but who resumes it, or compares it with its teachers, reads the stage again.
    private static StoredRun WithProblem(StoredRun run, HashSet<string> keys, Dictionary<string, StoredStage> known)
    {
        string[] damaged = [.. keys.Order(StringComparer.Ordinal).Where(known.ContainsKey).Select(key => known[key]).Where(stage => stage.Problem is not null)
            .Select(stage => $"The stage {stage.Key[..ShownKey]} that it builds on is damaged: {stage.Problem}.")];
        return damaged.Length == 0 ? run : run with { Problem = string.Join(' ', ((string?[])[run.Problem, .. damaged]).OfType<string>()) };
    }

    // With what the stages build on themselves.
    private static HashSet<string> Closure(IEnumerable<string> keys, Dictionary<string, StoredStage> known)
    {
        var (all, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>(keys));
        while (open.TryPop(out string? key))
            if (all.Add(key) && known.TryGetValue(key, out var stage))
                foreach (string source in stage.Sources) open.Push(source);
        return all;
    }
}
