namespace EnvHub.Hosting;

/// <summary>Whether a trial's record lies where that trial writes it: a folder that was copied, or a file of another trial, does not count twice.</summary>
internal static class RecordPlace
{
    /// <summary>Whose record it is where it is not its folder's; null where it is, and where the folder lies in no run.</summary>
    public static string? Fault(TrialResult record, string trialFolder)
    {
        string? run = Path.GetFullPath(trialFolder);
        while (run is not null && !File.Exists(Path.Combine(run, RunFolder.ExperimentFile))) run = Path.GetDirectoryName(run);
        return run is null ? null : Fault(record, Path.GetRelativePath(run, trialFolder).Replace('\\', '/'), trialFolder);
    }

    /// <summary>The same in a run that is known.</summary>
    /// <param name="name">The trial whose folder it is.</param>
    public static string? Fault(TrialResult record, string name, string trialFolder) =>
        record.Name != name ? $"it is of the trial {record.Name}" : OtherConfig(record, Path.Combine(trialFolder, TrialFiles.ConfigFile));

    // A config.json that is damaged is told by who needs it.
    private static string? OtherConfig(TrialResult record, string path)
    {
        try
        {
            return !File.Exists(path) ? null : RecordFile.Read(path, config =>
                RecordValues.Text(config, "experiment") == record.Experiment && RecordValues.Text(config, "arm") == record.Arm && config.GetProperty("seed").GetUInt64() == record.Seed
                    ? null : $"the {TrialFiles.ConfigFile} beside it is of another trial");
        }
        catch (HubException)
        {
            return null;
        }
    }
}
