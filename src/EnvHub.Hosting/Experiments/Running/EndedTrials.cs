namespace EnvHub.Hosting;

/// <summary>Finds the trials of a run that need not run again.</summary>
/// <param name="failed">Whether trials that failed are tried again.</param>
internal sealed class EndedTrials(bool failed)
{
    /// <summary>Ends those that have ended, with the records that they left. What nothing waits for is not needed again.</summary>
    public void Mark(ExperimentProgress progress, RunFolder folder)
    {
        foreach (var trial in progress.Compared)
            if (RunRecords.TryRead(folder.Of(trial.Trial)) is { } result && IsKept(result)) trial.Take(result, "ended before");
    }

    private bool IsKept(TrialResult result) => result.Status switch
    {
        TrialState.Finished => true,
        TrialState.Failed => !failed,
        _ => false,
    };
}
