namespace EnvHub.Hosting;

/// <summary>Finds the trials of a run that need not run again.</summary>
/// <param name="failed">Whether trials that failed are tried again.</param>
internal sealed class EndedTrials(bool failed)
{
    /// <summary>Ends those that have ended, with the records that they left. What nothing waits for is not needed again. A record that cannot be read,
    /// or is another trial's, is told of; its trial runs again.</summary>
    public void Mark(ExperimentProgress progress, RunFolder folder)
    {
        foreach (var trial in progress.Compared)
            if (Read(trial, folder.Of(trial.Trial)) is { } result && IsKept(result)) trial.Take(result, "ended before");
    }

    private static TrialResult? Read(TrialProgress trial, string folder)
    {
        try
        {
            if (RunRecords.TryRead(folder) is not { } result) return null;
            if (RecordPlace.Fault(result, trial.Trial.Name, folder) is not { } fault) return result;
            Tell(trial, $"{TrialFiles.ResultFile}: {fault}");
        }
        catch (HubException fault)
        {
            Tell(trial, fault.Message);
        }
        return null;
    }

    private static void Tell(TrialProgress trial, string fault)
    {
        trial.Note = "its record was damaged, so it runs again";
        trial.Tell($"its record was damaged, so it ran again: {fault}");
    }

    private bool IsKept(TrialResult result) => result.Status switch
    {
        TrialState.Finished => true,
        TrialState.Failed => !failed,
        _ => false,
    };
}
