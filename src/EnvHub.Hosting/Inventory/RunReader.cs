using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Finds out how far a run is, by its folder alone: without its plugins.</summary>
internal static class RunReader
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    public static StoredRun Read(string folder)
    {
        var measure = FolderMeasure.Of(folder);
        // Before the records: what ends between the two looks unfinished for once, never the other way round.
        bool isLive = RunLock.IsHeld(folder);
        var run = new StoredRun
        {
            Name = $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}",
            Folder = folder,
            State = isLive ? RunState.Running : RunState.Empty,
            Changed = measure.Changed,
            Bytes = measure.Bytes,
            Stages = new HashSet<string>(OfTrials(folder), StringComparer.Ordinal),
        };
        try
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(folder, RunFolder.ExperimentFile));
            return bytes.Length == 0 ? run : Fill(run, bytes, isLive);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            return run with { State = isLive ? RunState.Running : RunState.Damaged, Problem = $"{RunFolder.ExperimentFile}: {fault.Message}" };
        }
    }

    private static StoredRun Fill(StoredRun run, byte[] bytes, bool isLive)
    {
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        run = run with { Stages = new HashSet<string>([.. run.Stages, .. Texts(root, ExperimentFile.StagesName)], StringComparer.Ordinal) };
        string[] trials = [.. Texts(root, ExperimentFile.TrialsName)];
        var states = trials.Select(trial => StateOf(Path.Combine([run.Folder, .. trial.Split('/')]))).ToArray();
        int finished = states.Count(state => state == TrialState.Finished), failed = states.Count(state => state == TrialState.Failed);
        return run with
        {
            Trials = trials.Length == 0 ? null : trials.Length,
            Finished = finished,
            Failed = failed,
            State = isLive ? RunState.Running : trials.Length == 0 || finished + failed < trials.Length ? RunState.Unfinished
                : failed > 0 ? RunState.Failed : RunState.Finished,
        };
    }

    // A record that cannot be read is one that is not there: resuming says what is wrong with it.
    private static TrialState StateOf(string trialFolder)
    {
        try
        {
            return RunRecords.TryRead(trialFolder)?.Status ?? TrialState.Waiting;
        }
        catch (Exception fault) when (fault is HubException or IOException or UnauthorizedAccessException)
        {
            return TrialState.Waiting;
        }
    }

    private static IEnumerable<string> OfTrials(string folder) =>
        Directory.EnumerateFiles(folder, TrialFiles.ConfigFile, All).SelectMany(SourcesIn);

    private static IReadOnlyList<string> SourcesIn(string configFile)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(configFile));
            return SourcesIn(json.RootElement);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            return [];
        }
    }

    /// <summary>Keys of the stages that the trial of a config.json builds on.</summary>
    internal static IReadOnlyList<string> SourcesIn(JsonElement config) => config.TryGetProperty("sources", out var sources)
        ? [.. sources.EnumerateArray().Select(source => source.GetProperty("key").GetString()!)] : [];

    /// <summary>Whether a record cannot be read, or is not what it should be.</summary>
    internal static bool IsDamage(Exception fault) => fault is IOException or UnauthorizedAccessException || RecordFile.IsMalformed(fault);

    internal static IEnumerable<string> Texts(JsonElement json, string key) =>
        json.TryGetProperty(key, out var items) ? items.EnumerateArray().Select(item => item.GetString() ?? throw new FormatException($"'{key}' holds null.")).ToArray() : [];
}
