using System.Diagnostics;

namespace EnvHub.Hosting;

/// <summary>A trial in its course: rounds up to each point of measurement, and the evaluation there.</summary>
internal sealed class Training : IDisposable
{
    // Where a plan asks for no evaluation, metrics are still written this often.
    private const int PointsWithoutEvaluation = 25;

    private readonly TrialProgress _progress;
    private readonly Trial _trial;
    private readonly MetricsFile _metrics;
    private readonly TrialEvents? _events;
    private readonly PolicyEvaluator[] _evaluators;
    private readonly TrialCheckpoints _checkpoints;
    private readonly Stopwatch _clock = new(), _wall = Stopwatch.StartNew();
    private double _earlierRounds;        // seconds, before the trial was resumed
    private long _measured = -1;          // steps per task at the last measurement; -1 before the first
    private double _measuredSeconds;
    private bool _hasTakenBest;

    /// <summary>Begins, or goes on from the last good checkpoint.</summary>
    public Training(TrialProgress progress, TrialFiles files, TrialCheckpoints checkpoints, OpenSources sources)
    {
        (_progress, _trial, _checkpoints) = (progress, progress.Trial, checkpoints);
        Loop = new TrialLoop(_trial, sources);
        try
        {
            _evaluators = _trial.Evaluation.Points == 0 ? [] : Evaluators(_trial, PolicyEvaluator.Training, _trial.Evaluation.Episodes);
            _metrics = files.OpenMetrics(Loop);
            checkpoints.Restore(this);
            if (_trial.TensorBoard) _events = files.OpenEvents(_trial, Loop, _measured + 1);
        }
        catch
        {
            foreach (var evaluator in _evaluators ?? []) evaluator.Dispose();
            _metrics?.Dispose();
            Loop.Dispose();
            throw;
        }
    }

    public TrialLoop Loop { get; }

    public BestWeights Best { get; } = new();

    /// <summary>Spent in rounds, checkpoints included, evaluations not.</summary>
    public double Seconds => _earlierRounds + _clock.Elapsed.TotalSeconds;

    /// <summary>Wall time, evaluations included, that went into the trial before it was resumed; what was lost is not counted.</summary>
    public double EarlierSeconds { get; private set; }

    /// <summary>How often the trial was resumed.</summary>
    public int Resumes { get; private set; }

    /// <summary>Whether all stands between two rounds, as the rounds to come need it.</summary>
    public bool CanSave => Loop.IsBetweenRounds && !_hasTakenBest;

    public static PolicyEvaluator[] Evaluators(Trial trial, string purpose, int episodes)
    {
        var evaluators = new List<PolicyEvaluator>(trial.Tasks.Count);
        try
        {
            foreach (var task in trial.Tasks) evaluators.Add(new PolicyEvaluator(task, purpose, episodes));
            return [.. evaluators];
        }
        catch
        {
            foreach (var evaluator in evaluators) evaluator.Dispose();
            throw;
        }
    }

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(CancellationToken cancellation)
    {
        int points = _evaluators.Length == 0 ? PointsWithoutEvaluation : _trial.Evaluation.Points;
        // What is known before the first step: where a source helps, that is not nothing.
        if (_measured < 0) Measure(double.NaN, cancellation);
        for (int point = 1; point <= points; point++)
        {
            long target = (long)((Int128)_trial.Rounds * point / points) * _trial.Stage.Copies;
            if (target <= _measured || (HasPlayedAll && Loop.Steps == _measured)) continue;
            double rate = RunTo(target, cancellation);
            Measure(rate, cancellation);
        }
    }

    /// <summary>Puts the kept weights into the loop, which cannot go on then.</summary>
    public void TakeBest()
    {
        _hasTakenBest = true;
        Best.Restore(Loop);
    }

    /// <summary>Writes everything that the trial's future depends on.</summary>
    public void Save(ICheckpointWriter writer)
    {
        writer.Write<double>("seconds", [Seconds, EarlierSeconds + _wall.Elapsed.TotalSeconds, _measuredSeconds]);
        writer.Write<long>("measured", [_measured]);
        writer.Write<int>("resumes", [Resumes]);
        writer.Write<byte>("metrics", _metrics.Complete);
        Best.Save(new NamedPart("best", writer));
        Loop.Save(new NamedPart("loop", writer));
    }

    /// <summary>Goes on from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader)
    {
        Span<double> seconds = stackalloc double[3];
        reader.Read("seconds", seconds);
        (_earlierRounds, EarlierSeconds, _measuredSeconds) = (seconds[0], seconds[1], seconds[2]);
        (_measured, Resumes) = (reader.Value<long>("measured"), reader.Value<int>("resumes") + 1);
        byte[] metrics = new byte[reader.LengthOf("metrics")];
        reader.Read<byte>("metrics", metrics);
        _metrics.Restore(metrics);
        Best.Load(new NamedPart("best", reader));
        Loop.Load(new NamedPart("loop", reader), Resumes);
        _progress.Resume(Loop.Steps * _trial.Tasks.Count);
    }

    public void Dispose()
    {
        foreach (var evaluator in _evaluators) evaluator.Dispose();
        _metrics.Dispose();
        _events?.Dispose();
        Loop.Dispose();
    }

    private bool HasPlayedAll => _trial.Stage.Episodes is { } episodes && Loop.HasPlayed(episodes);

    private double RunTo(long target, CancellationToken cancellation)
    {
        _clock.Start();
        while (Loop.Steps < target && !HasPlayedAll)
        {
            cancellation.ThrowIfCancellationRequested();
            _checkpoints.Offer(this);
            Loop.Round();
            _progress.Reach(Loop.Steps * _trial.Tasks.Count);
        }
        _clock.Stop();
        return (Loop.Steps - _measured) * _trial.Tasks.Count / (Seconds - _measuredSeconds);
    }

    private void Measure(double stepsPerSecond, CancellationToken cancellation)
    {
        double score = 0;
        Loop.Measures.Read();
        for (int task = 0; task < _trial.Tasks.Count; task++)
        {
            var spec = _trial.Tasks[task].Spec;
            double mean = _evaluators.Length == 0 ? double.NaN : Loop.Evaluate(_evaluators[task], task, cancellation).Average();
            score += (spec.Environment.ReferenceScores?.Normalise(mean) ?? mean) / _trial.Tasks.Count;
            _metrics.Add(Loop, task, spec.Name, mean, stepsPerSecond);
            _events?.Add(Loop, task, mean, stepsPerSecond);
        }
        if (_trial.Stage.KeepBest) Best.Offer(score, Loop);
        _metrics.CompletePoint();
        (_measured, _measuredSeconds) = (Loop.Steps, Seconds);
    }
}
