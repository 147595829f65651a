namespace EnvHub.Hosting;

/// <summary>Removes runs, and stored stages that no run builds on. Nothing that a live process uses, or that a run refers to, is removed.</summary>
public sealed class RunCleaning
{
    private readonly string _runsFolder;

    private RunCleaning(string runsFolder, IReadOnlyList<StoredRun> runs, IReadOnlyList<StoredStage> stages, IReadOnlyList<string> leftovers) =>
        (_runsFolder, Runs, Stages, Leftovers) = (runsFolder, runs, stages, leftovers);

    /// <summary>Runs to remove.</summary>
    public IReadOnlyList<StoredRun> Runs { get; }

    /// <summary>Stored stages to remove: no run but those of <see cref="Runs"/> builds on them.</summary>
    public IReadOnlyList<StoredStage> Stages { get; }

    /// <summary>Folders whose removal was not completed an earlier time.</summary>
    public IReadOnlyList<string> Leftovers { get; }

    /// <summary>What there is to remove; removes nothing.</summary>
    /// <param name="runs">Folders of runs, or their names in the folder of all runs; may be empty.</param>
    /// <exception cref="HubException">EH3620 the folder cannot be read; EH3621 a name is no run's; EH3622 a run is damaged, so nobody knows which
    /// stages it builds on; EH3710 a process is at a run.</exception>
    public static RunCleaning Plan(string runsFolder, IReadOnlyList<string> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var inventory = RunInventory.Read(runsFolder);
        StoredRun[] chosen = [.. runs.Select(run => Find(inventory, runsFolder, run)).DistinctBy(run => run.Folder)];
        return new(runsFolder, chosen, Unused(inventory, chosen), inventory.Leftovers);
    }

    /// <summary>Removes what was planned and is still to be removed then.</summary>
    /// <returns>What was kept all the same and why, a sentence each.</returns>
    /// <exception cref="HubException">EH3710 a process is at a run; EH3623 a folder cannot be removed.</exception>
    public IReadOnlyList<string> Remove()
    {
        try
        {
            foreach (var run in Runs)
                using (RunLock.Take(run.Folder)) MoveAway(run.Folder);
            var kept = RemoveStages();
            foreach (string leftover in RunInventory.Read(_runsFolder).Leftovers) Delete(leftover);
            return kept;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.NotRemoved(_runsFolder, fault);
        }
    }

    // Claimed first, then looked at again: a run that began since has written down what it builds on before it claims it.
    private List<string> RemoveStages()
    {
        var kept = new List<string>();
        var claims = new List<(StoredStage Stage, SourceRecord Claim)>();
        try
        {
            foreach (var stage in Stages)
                if (!Directory.Exists(stage.Folder)) continue;
                else if (SourceRecord.TryClaim(stage.Folder) is { } claim) claims.Add((stage, claim));
                else kept.Add($"Kept {stage.Key}: a process is at it.");
            var used = RunInventory.Read(_runsFolder).Stages.Where(stage => stage.UsedBy.Count > 0).Select(stage => stage.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var (stage, _) in claims)
                if (used.Contains(stage.Key)) kept.Add($"Kept {stage.Key}: a run that has begun since builds on it.");
                else MoveAway(stage.Folder);
        }
        finally
        {
            foreach (var (_, claim) in claims) claim.Dispose();
        }
        return kept;
    }

    private static StoredStage[] Unused(RunInventory inventory, StoredRun[] removed)
    {
        if (inventory.Runs.Except(removed).FirstOrDefault(run => run.State == RunState.Damaged) is { } damaged) throw HostingErrors.UsesUnknown(damaged.Folder, damaged.Problem!);
        var names = removed.Select(run => run.Name).ToHashSet(StringComparer.Ordinal);
        return [.. inventory.Stages.Where(stage => stage.State != StoredStageState.InUse && stage.UsedBy.All(names.Contains))];
    }

    private static StoredRun Find(RunInventory inventory, string runsFolder, string run)
    {
        string folder = RunFolder.Find(run, runsFolder);
        var found = inventory.Runs.FirstOrDefault(stored => stored.Folder == folder) ?? throw HostingErrors.NoStoredRun(run, runsFolder);
        return found.State == RunState.Running ? throw HostingErrors.RunInUse(folder) : found;
    }

    // In one step, so that half a run is never taken for a whole one.
    private static void MoveAway(string folder)
    {
        string removed = folder + RunInventory.RemovedExtension;
        if (Directory.Exists(removed)) Delete(removed);
        Directory.Move(folder, removed);
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process was faster.
        }
    }
}
