using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads the records of a run folder.</summary>
public static class RunRecords
{
    /// <summary>Every result.json in <paramref name="folder"/> and below, in the order of their paths.</summary>
    /// <exception cref="HubException">EH3506 a file is no record; EH3507 its format is another; EH3508 there is none.</exception>
    public static IReadOnlyList<TrialResult> Read(string folder)
    {
        return [.. ReadWithFolders(folder).Select(record => record.Result)];
    }

    /// <summary>The same with the folder that each lies in.</summary>
    internal static IReadOnlyList<(TrialResult Result, string Folder)> ReadWithFolders(string folder)
    {
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, TrialFiles.ResultFile, SearchOption.AllDirectories) : [];
        if (paths.Length == 0) throw HostingErrors.NoRecords(folder);
        Array.Sort(paths, StringComparer.Ordinal);
        return [.. paths.Select(path => (ReadFile(path), Path.GetDirectoryName(path)!))];
    }

    /// <summary>The same of a folder that must hold one run: what is compared by arm, task and seed must not be there twice.</summary>
    /// <exception cref="HubException">As <see cref="Read"/>; EH3602 it holds several runs.</exception>
    internal static IReadOnlyList<(TrialResult Result, string Folder)> OfOneRun(string folder)
    {
        var records = ReadWithFolders(folder);
        var seen = new HashSet<(string Arm, string Task, ulong Seed)>();
        foreach (var (result, _) in records)
            foreach (var task in result.Tasks)
                if (!seen.Add((result.Arm, task.Task, result.Seed))) throw HostingErrors.SeveralRuns(folder, $"{result.Arm}, {task.Task}, seed {result.Seed}");
        return records;
    }

    /// <summary>The record of one trial; null where it has none yet.</summary>
    /// <exception cref="HubException">EH3506 the file is no record; EH3507 its format is another.</exception>
    internal static TrialResult? TryRead(string trialFolder)
    {
        string path = Path.Combine(trialFolder, TrialFiles.ResultFile);
        return File.Exists(path) ? ReadFile(path) : null;
    }

    private static TrialResult ReadFile(string path)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(path), HostingJson.Default.TrialResult) ?? throw new JsonException("It is null.");
            return record.Format == 1 ? record : throw HostingErrors.UnknownFormat(path, record.Format);
        }
        catch (JsonException fault)
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }
}
