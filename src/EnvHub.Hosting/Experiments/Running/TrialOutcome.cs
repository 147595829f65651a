using System.Diagnostics;

namespace EnvHub.Hosting;

/// <summary>Gathers what a trial comes to; its clock starts with it.</summary>
internal sealed class TrialOutcome(TrialProgress progress, Provenance provenance)
{
    private readonly Trial _trial = progress.Trial;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Of the final weights, by task; null before they were evaluated.</summary>
    public ReturnSummary[]? Final { get; set; }

    /// <summary>Of the best evaluation's weights, by task; null where none were kept.</summary>
    public ReturnSummary[]? Best { get; set; }

    /// <param name="training">As far as it came; null where it did not begin.</param>
    public TrialResult Of(TrialState status, string? reason, Training? training)
    {
        var loop = training?.Loop;
        // A learner that failed is not asked: what it told last stands.
        if (status != TrialState.Failed) loop?.Measures.Read();
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
            Updates = UpdatesOf(loop),
            Measures = loop?.Measures.ToRecord(),
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
            Measures = loop?.Measures.ToRecord(index, [.. _trial.Tasks.Select(one => one.Spec.Name)]) is { Count: > 0 } measures ? measures : null,
            Final = status == TrialState.Finished ? Final?[index] : null,
            Best = status == TrialState.Finished && Best is { } best ? new BestResult(training!.Best.Step, best[index]) : null,
        };
    }

    private static long UpdatesOf(TrialLoop? loop) => loop?.Measures.Overall(MeasureSpec.Updates) is { } updates && double.IsFinite(updates) ? (long)updates : 0;

    // All that it builds on, near and far.
    private static IEnumerable<TrialProgress> SourcesOf(TrialProgress trial) => trial.Sources.SelectMany(source => SourcesOf(source).Append(source));
}
