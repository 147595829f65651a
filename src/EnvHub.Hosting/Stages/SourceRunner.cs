namespace EnvHub.Hosting;

/// <summary>Runs a trial that others build on, or takes the record of an equal one.</summary>
internal sealed class SourceRunner(TrialProgress progress, RunFolder folder, Provenance provenance)
{
    /// <summary>Ends the trial; false where another process is at an equal one, whose result can be taken later.</summary>
    public bool TryRun(CancellationToken cancellation)
    {
        var runner = new TrialRunner(progress, folder, provenance);
        // What a cancelled run would write, another may be writing.
        if (cancellation.IsCancellationRequested)
        {
            runner.Abandon(TrialState.Cancelled, null);
            return true;
        }
        try
        {
            using var record = SourceRecord.TryClaim(folder.Of(progress.Trial));
            if (record is null) return false;
            Run(record, runner, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            runner.Abandon(TrialState.Failed, $"Its record cannot be written: {fault.Message}");
        }
        return true;
    }

    private void Run(SourceRecord record, TrialRunner runner, CancellationToken cancellation)
    {
        if (record.Read(out string? damage) is { } result)
        {
            progress.Take(result);
            return;
        }
        if (damage is not null) progress.Note = $"trained again, as its record was damaged: {damage}";
        record.Open();
        runner.Run(cancellation, record.Seal);
    }
}
