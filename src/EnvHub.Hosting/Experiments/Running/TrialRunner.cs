namespace EnvHub.Hosting;

/// <summary>Runs one trial from its first step to its record. Never throws: what goes wrong is the trial's result.</summary>
internal sealed class TrialRunner(TrialProgress progress, RunFolder folder, Provenance provenance)
{
    private readonly Trial _trial = progress.Trial;
    private readonly TrialOutcome _outcome = new(progress, provenance);
    private TrialCheckpoints? _checkpoints;

    /// <param name="seal">Called when the record of a finished trial is complete, before anyone learns that it has ended.</param>
    public TrialResult Run(CancellationToken cancellation, Action? seal = null)
    {
        progress.Begin();
        var result = Attempt(cancellation);
        if (result.Status == TrialState.Finished)
        {
            seal?.Invoke();
            _checkpoints?.Clear();
        }
        progress.End(result);
        return result;
    }

    /// <summary>Ends the trial without a record of it.</summary>
    public void Abandon(TrialState status, string? reason) => progress.End(_outcome.Of(status, reason, null));

    private TrialResult Attempt(CancellationToken cancellation)
    {
        TrialFiles files;
        try
        {
            files = new TrialFiles(folder.Of(_trial));
            files.ForgetOutcome();
            files.WriteConfig(_trial);
            var result = Record(files, cancellation);
            files.WriteResult(result);
            return result;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return _outcome.Of(TrialState.Failed, $"Its record cannot be written: {fault.Message}", null);
        }
    }

    private TrialResult Record(TrialFiles files, CancellationToken cancellation)
    {
        Training? training = null;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (progress.Sources.FirstOrDefault(source => source.Result!.Status != TrialState.Finished) is { } source) return Without(source);
            _checkpoints = new TrialCheckpoints(progress, folder.Of(_trial));
            training = new Training(progress, files, _checkpoints, OpenSources.Of(progress, folder));
            Complete(training, files, cancellation);
            return _outcome.Of(TrialState.Finished, null, training);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (training is not null) _checkpoints?.Write(training);
            return _outcome.Of(TrialState.Cancelled, null, training);
        }
        catch (Exception fault)   // whatever a plugin throws ends its own trial, no other
        {
            files.WriteFailure(fault);
            return _outcome.Of(TrialState.Failed, fault is HubException ? fault.Message : Shortage.Of(fault) ?? $"{fault.GetType().Name}: {fault.Message}", training);
        }
        finally
        {
            training?.Dispose();
        }
    }

    private void Complete(Training training, TrialFiles files, CancellationToken cancellation)
    {
        training.Run(cancellation);
        var loop = training.Loop;
        var metadata = ModelMetadata.Of(_trial, loop, provenance);
        files.WriteModel(TrialFiles.ModelFile, loop, metadata);
        if (_trial.Key is not null) files.WriteState(loop.Learner);
        var evaluators = Training.Evaluators(_trial, PolicyEvaluator.Final, _trial.Evaluation.FinalEpisodes);
        try
        {
            _outcome.Final = Evaluate(evaluators, loop, cancellation);
            if (!training.Best.Any) return;
            training.TakeBest();
            files.WriteModel(TrialFiles.BestFile, loop, ModelMetadata.At(metadata, training.Best.Step));
            _outcome.Best = Evaluate(evaluators, loop, cancellation);
        }
        finally
        {
            foreach (var evaluator in evaluators) evaluator.Dispose();
        }
    }

    private ReturnSummary[] Evaluate(PolicyEvaluator[] evaluators, TrialLoop loop, CancellationToken cancellation) =>
        [.. evaluators.Select((evaluator, task) => ReturnSummary.Of(loop.Evaluate(evaluator, task, cancellation), _trial.Tasks[task].Spec.SolvedReturn))];

    private TrialResult Without(TrialProgress source) => source.Result!.Status == TrialState.Cancelled
        ? _outcome.Of(TrialState.Cancelled, null, null)
        : _outcome.Of(TrialState.Failed, $"Its source {source.Trial.Name} failed: {source.Result.Reason}", null);
}
