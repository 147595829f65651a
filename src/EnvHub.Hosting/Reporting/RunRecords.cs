using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads the records of a run folder.</summary>
public static class RunRecords
{
    /// <summary>Every result.json in <paramref name="folder"/> and below, in the order of their paths.</summary>
    /// <exception cref="HubException">EH3506 a file is no record; EH3507 its format is another; EH3508 there is none.</exception>
    public static IReadOnlyList<TrialResult> Read(string folder) => [.. ReadWithFolders(folder).Select(record => record.Result)];

    /// <summary>The records of a run that can be used. One that is no record, or that is not its folder's, is left out.</summary>
    /// <param name="problems">Receives a line for each that is left out.</param>
    /// <exception cref="HubException">As <see cref="Read(string)"/>, where none is left; EH3602 the folder holds several runs.</exception>
    public static IReadOnlyList<TrialResult> Read(string folder, ICollection<string> problems) => [.. OfOneRun(folder, problems).Select(record => record.Result)];

    /// <summary>As <see cref="Read(string)"/>, with the folder that each lies in.</summary>
    internal static IReadOnlyList<(TrialResult Result, string Folder)> ReadWithFolders(string folder) =>
        [.. Paths(folder).Select(path => (ReadFile(path), Path.GetDirectoryName(path)!))];

    /// <summary>As <see cref="Read(string, ICollection{string})"/>, with the folder that each lies in. What is compared by arm, task and seed is there once.</summary>
    internal static IReadOnlyList<(TrialResult Result, string Folder)> OfOneRun(string folder, ICollection<string> problems)
    {
        var records = new List<(TrialResult Result, string Folder)>();
        HubException? first = null;
        foreach (string path in Paths(folder))
            try
            {
                var (result, trialFolder) = (ReadFile(path), Path.GetDirectoryName(path)!);
                if (RecordPlace.Fault(result, trialFolder) is { } misplaced) throw HostingErrors.MisplacedRecord(path, misplaced);
                records.Add((result, trialFolder));
            }
            catch (HubException fault)
            {
                first ??= fault;
                problems.Add(fault.Message);
            }
        if (records.Count == 0 && first is not null) throw first;
        RequireOneRun(folder, records);
        return records;
    }

    /// <summary>The record of one trial; null where it has none yet.</summary>
    /// <exception cref="HubException">EH3506 the file is no record; EH3507 its format is another.</exception>
    internal static TrialResult? TryRead(string trialFolder)
    {
        string path = Path.Combine(trialFolder, TrialFiles.ResultFile);
        return File.Exists(path) ? ReadFile(path) : null;
    }

    /// <summary>The record that <paramref name="json"/> holds.</summary>
    /// <param name="path">For messages.</param>
    /// <exception cref="HubException">EH3506 it is no record; EH3507 its format is another.</exception>
    internal static TrialResult Parse(byte[] json, string path)
    {
        try
        {
            using var document = RecordFile.Parse(json);
            var record = document.RootElement.Deserialize(HostingJson.Default.TrialResult) ?? throw new JsonException("It is null.");
            RequireWhole(record);
            return record.Format == 1 ? record : throw HostingErrors.UnknownFormat(path, record.Format);
        }
        catch (Exception fault) when (RecordFile.IsMalformed(fault))
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

    private static TrialResult ReadFile(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.UnreadableRecord(path, fault);
        }
    }

    private static string[] Paths(string folder)
    {
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, TrialFiles.ResultFile, SearchOption.AllDirectories) : [];
        if (paths.Length == 0) throw HostingErrors.NoRecords(folder);
        Array.Sort(paths, StringComparer.Ordinal);
        return paths;
    }

    private static void RequireOneRun(string folder, List<(TrialResult Result, string Folder)> records)
    {
        var seen = new HashSet<(string Arm, string Task, ulong Seed)>();
        foreach (var (result, _) in records)
            foreach (var task in result.Tasks)
                if (!seen.Add((result.Arm, task.Task, result.Seed))) throw HostingErrors.SeveralRuns(folder, $"{result.Arm}, {task.Task}, seed {result.Seed}");
    }

    // What the properties' types do not say.
    private static void RequireWhole(TrialResult record)
    {
        if (record.Tasks.Any(task => task is null) || record.Messages.Any(message => message is null) || record.Provenance.Plugins.Any(plugin => plugin.Value is null))
            throw new FormatException("A list in it holds null.");
        if (record.Tasks.DistinctBy(task => task.Task, StringComparer.Ordinal).Count() != record.Tasks.Count) throw new FormatException("A task is there twice.");
    }
}
