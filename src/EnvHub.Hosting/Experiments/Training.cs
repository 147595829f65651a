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
    private readonly PolicyEvaluator[] _evaluators;
    private readonly Stopwatch _clock = new();

    public Training(TrialProgress progress, TrialFiles files)
    {
        (_progress, _trial) = (progress, progress.Trial);
        Loop = new TrialLoop(_trial);
        try
        {
            _evaluators = _trial.Evaluation.Points == 0 ? [] : Evaluators(_trial, PolicyEvaluator.Training, _trial.Evaluation.Episodes);
            _metrics = files.OpenMetrics();
        }
        catch
        {
            Loop.Dispose();
            throw;
        }
    }

    public TrialLoop Loop { get; }

    public BestWeights Best { get; } = new();

    /// <summary>Spent in rounds, evaluations not counted.</summary>
    public double Seconds => _clock.Elapsed.TotalSeconds;

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
        for (int point = 1; point <= points; point++)
        {
            long target = (long)((Int128)_trial.Rounds * point / points) * _trial.Stage.Copies;
            if (target == Loop.Steps) continue;
            double rate = RunTo(target, cancellation);
            Measure(rate, cancellation);
        }
    }

    public void Dispose()
    {
        foreach (var evaluator in _evaluators) evaluator.Dispose();
        _metrics.Dispose();
        Loop.Dispose();
    }

    private double RunTo(long target, CancellationToken cancellation)
    {
        var (stepsBefore, secondsBefore) = (Loop.Steps, Seconds);
        _clock.Start();
        while (Loop.Steps < target)
        {
            cancellation.ThrowIfCancellationRequested();
            Loop.Round();
            _progress.Reach(Loop.Steps * _trial.Tasks.Count);
        }
        _clock.Stop();
        return (Loop.Steps - stepsBefore) * _trial.Tasks.Count / (Seconds - secondsBefore);
    }

    private void Measure(double stepsPerSecond, CancellationToken cancellation)
    {
        double score = 0;
        for (int task = 0; task < _trial.Tasks.Count; task++)
        {
            var spec = _trial.Tasks[task].Spec;
            double mean = _evaluators.Length == 0 ? double.NaN : Loop.Evaluate(_evaluators[task], task, cancellation).Average();
            score += (spec.Environment.ReferenceScores?.Normalise(mean) ?? mean) / _trial.Tasks.Count;
            _metrics.Add(Loop, task, spec.Name, mean, stepsPerSecond);
        }
        if (_trial.Stage.KeepBest) Best.Offer(score, Loop);
    }
}
