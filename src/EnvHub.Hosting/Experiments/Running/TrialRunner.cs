using System.Diagnostics;

namespace EnvHub.Hosting;

/// <summary>Runs one trial from its first step to its record. Never throws: what goes wrong is the trial's result.</summary>
internal sealed class TrialRunner(TrialProgress progress, RunFolder folder, Provenance provenance)
{
    private readonly Trial _trial = progress.Trial;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private ReturnSummary[]? _final, _best;
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
    public void Abandon(TrialState status, string? reason) => progress.End(Result(status, reason, null));

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
            return Result(TrialState.Failed, $"Its record cannot be written: {fault.Message}", null);
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
            return Result(TrialState.Finished, null, training);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (training is not null) _checkpoints?.Write(training);
            return Result(TrialState.Cancelled, null, training);
        }
        catch (Exception fault)   // whatever a plugin throws ends its own trial, no other
        {
            files.WriteFailure(fault);
            return Result(TrialState.Failed, fault is HubException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}", training);
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
            _final = Evaluate(evaluators, loop, cancellation);
            if (!training.Best.Any) return;
            training.TakeBest();
            files.WriteModel(TrialFiles.BestFile, loop, ModelMetadata.At(metadata, training.Best.Step));
            _best = Evaluate(evaluators, loop, cancellation);
        }
        finally
        {
            foreach (var evaluator in evaluators) evaluator.Dispose();
        }
    }

    private ReturnSummary[] Evaluate(PolicyEvaluator[] evaluators, TrialLoop loop, CancellationToken cancellation) =>
        [.. evaluators.Select((evaluator, task) => ReturnSummary.Of(loop.Evaluate(evaluator, task, cancellation), _trial.Tasks[task].Spec.SolvedReturn))];

    private TrialResult Without(TrialProgress source) => source.Result!.Status == TrialState.Cancelled
        ? Result(TrialState.Cancelled, null, null)
        : Result(TrialState.Failed, $"Its source {source.Trial.Name} failed: {source.Result.Reason}", null);

    private TrialResult Result(TrialState status, string? reason, Training? training)
    {
        var loop = training?.Loop;
        long steps = (loop?.Steps ?? 0) * _trial.Tasks.Count;
        return new TrialResult
        {
            Experiment = _trial.Experiment,
            Suite = _trial.Suite,
            Arm = _trial.Arm,
            Learner = _trial.Stage.Learner.Name,
            Scope = _trial.Stage.Learner.Scope,
            Backend = _trial.Stage.Backend.Name,
            Seed = _trial.Seed,
            Status = status,
            Reason = reason,
            Steps = steps,
            SourceSteps = SourcesOf(progress).Distinct().Sum(source => source.Result!.Steps),
            Updates = loop?.Report.Updates ?? 0,
            Seconds = _clock.Elapsed.TotalSeconds + (training?.EarlierSeconds ?? 0),
            StepsPerSecond = steps == 0 ? 0 : steps / training!.Seconds,
            Tasks = [.. _trial.Tasks.Select((task, index) => ResultOf(task.Spec, index, training, status))],
            Resumes = training?.Resumes ?? 0,
            Messages = [.. progress.Messages],
            Provenance = provenance,
        };
    }

    private TaskResult ResultOf(TaskSpec task, int index, Training? training, TrialState status)
    {
        var loop = training?.Loop;
        var returns = loop?.Tasks[index].Returns;
        return new TaskResult
        {
            Task = task.Name,
            Environment = task.Environment.Id.ToString(),
            SolvedReturn = task.SolvedReturn,
            ReferenceScores = task.Environment.ReferenceScores,
            Steps = loop?.Steps ?? 0,
            Episodes = returns?.Episodes ?? 0,
            TrainingReturnLast100 = returns is { Episodes: > 0 } ? returns.LastMean : null,
            RestartedEpisodes = loop?.Tasks[index].RestartedEpisodes ?? 0,
            Counters = loop?.Tasks[index].Counters,
            Final = status == TrialState.Finished ? _final?[index] : null,
            Best = status == TrialState.Finished && _best is { } best ? new BestResult(training!.Best.Step, best[index]) : null,
        };
    }

    // All that it builds on, near and far.
    private static IEnumerable<TrialProgress> SourcesOf(TrialProgress trial) => trial.Sources.SelectMany(source => SourcesOf(source).Append(source));
}
