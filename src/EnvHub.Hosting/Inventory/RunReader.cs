using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Finds out how far a run is, by its folder alone: without its plugins.</summary>
internal static class RunReader
{
    public static StoredRun Read(string folder)
    {
        var records = new List<string>();
        var measure = FolderMeasure.Of(folder, records);
        // Before the records: what ends between the two looks unfinished for once, never the other way round.
        bool isLive = RunLock.IsHeld(folder);
        var run = new StoredRun
        {
            Name = $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}",
            Folder = folder,
            State = isLive ? RunState.Running : RunState.Empty,
            Changed = measure.Changed,
            Bytes = measure.Bytes,
            Stages = new HashSet<string>(records.Where(path => Path.GetFileName(path) == TrialFiles.ConfigFile).SelectMany(SourcesIn), StringComparer.Ordinal),
        };
        return Read(run, () => File.ReadAllBytes(Path.Combine(folder, RunFolder.ExperimentFile)), isLive, records);
    }

    /// <summary>With what a run's experiment.json says.</summary>
    /// <param name="records">Paths of the trials' records that lie in its folder.</param>
    internal static StoredRun Read(StoredRun run, Func<byte[]> experiment, bool isLive, IReadOnlyList<string> records)
    {
        try
        {
            byte[] bytes = experiment();
            return bytes.Length == 0 ? run : Fill(run, bytes, isLive, records);
        }
        catch (Exception fault) when (RecordFile.IsDamage(fault))
        {
            return run with { State = isLive ? RunState.Running : RunState.Damaged, Problem = $"{RunFolder.ExperimentFile}: {fault.Message}" };
        }
    }

    private static StoredRun Fill(StoredRun run, byte[] bytes, bool isLive, IReadOnlyList<string> records)
    {
        using var json = RecordFile.Parse(bytes);
        var root = json.RootElement;
        run = run with { Stages = new HashSet<string>([.. run.Stages, .. RecordValues.Texts(root, ExperimentFile.StagesName)], StringComparer.Ordinal) };
        string[] trials = [.. RecordValues.Texts(root, ExperimentFile.TrialsName)];
        var problems = new List<string>();
        var states = trials.Select(trial => StateOf(run.Folder, trial, problems)).ToArray();
        problems.AddRange(Strangers(run.Folder, trials, records));
        int finished = states.Count(state => state == TrialState.Finished), failed = states.Count(state => state == TrialState.Failed);
        return run with
        {
            Trials = trials.Length == 0 ? null : trials.Length,
            Finished = finished,
            Failed = failed,
            State = isLive ? RunState.Running : trials.Length == 0 || finished + failed < trials.Length ? RunState.Unfinished
                : failed > 0 ? RunState.Failed : RunState.Finished,
            Problem = problems.Count == 0 ? null : problems.Count == 1 ? problems[0] : $"{problems[0]} {problems.Count - 1} more of its trials have such faults.",
        };
    }

    // A record that cannot be read, or is of another trial, is one that is not there: resuming makes it anew.
    private static TrialState StateOf(string runFolder, string trial, List<string> problems)
    {
        string folder = Path.Combine([runFolder, .. trial.Split('/')]);
        try
        {
            if (RunRecords.TryRead(folder) is not { } record) return TrialState.Waiting;
            if (RecordPlace.Fault(record, trial, folder) is not { } fault) return record.Status;
            problems.Add($"{trial}/{TrialFiles.ResultFile}: {fault}.");
        }
        catch (HubException fault)
        {
            problems.Add(fault.Message);
        }
        return TrialState.Waiting;
    }

    private static IEnumerable<string> Strangers(string runFolder, string[] trials, IReadOnlyList<string> records)
    {
        var known = trials.ToHashSet(StringComparer.Ordinal);
        return from path in records
               where Path.GetFileName(path) == TrialFiles.ResultFile
               let name = Path.GetRelativePath(runFolder, Path.GetDirectoryName(path)!).Replace('\\', '/')
               where !known.Contains(name)
               select $"{name}: it is the folder of no trial of this run, so its record does not count.";
    }

    private static IReadOnlyList<string> SourcesIn(string configFile)
    {
        try
        {
            using var json = RecordFile.Parse(File.ReadAllBytes(configFile));
            return SourcesIn(json.RootElement);
        }
        catch (Exception fault) when (RecordFile.IsDamage(fault))
        {
            return [];
        }
    }

    /// <summary>Keys of the stages that the trial of a config.json builds on.</summary>
    internal static IReadOnlyList<string> SourcesIn(JsonElement config) => config.TryGetProperty("sources", out var sources)
        ? [.. sources.EnumerateArray().Select(source => RecordValues.Text(source, "key"))] : [];
}
