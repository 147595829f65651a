namespace EnvHub.Evaluation;

/// <summary>One number per run and task, e.g. the score of each seed. A row is a run, a column a task; every task has as many runs.</summary>
/// <remarks>Aggregates over several tasks need numbers of one size: normalised scores, 0 for the random policy and 1 for the reference.</remarks>
public sealed class ScoreMatrix
{
    private readonly double[] _scores;

    /// <summary>The scores of <paramref name="runs"/> runs on <paramref name="tasks"/> tasks.</summary>
    /// <param name="runs">At least 1.</param>
    /// <param name="tasks">At least 1.</param>
    /// <param name="scores">Shape <c>[runs, tasks]</c>, row-major.</param>
    /// <exception cref="ArgumentException">The scores are more or fewer than runs x tasks.</exception>
    public ScoreMatrix(int runs, int tasks, ReadOnlySpan<double> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tasks, 1);
        if (scores.Length != (long)runs * tasks)
            throw new ArgumentException($"There are {scores.Length} scores for {runs} runs x {tasks} tasks; give one per pair.", nameof(scores));
        (Runs, Tasks, _scores) = (runs, tasks, scores.ToArray());
    }

    /// <summary>The scores of several runs on one task.</summary>
    /// <param name="scores">Shape <c>[runs]</c>; at least one.</param>
    public static ScoreMatrix OfTask(ReadOnlySpan<double> scores) => new(scores.Length, 1, scores);

    /// <summary>How many runs, the rows.</summary>
    public int Runs { get; }

    /// <summary>How many tasks, the columns.</summary>
    public int Tasks { get; }

    /// <summary>All scores, shape <c>[Runs, Tasks]</c>, row-major.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>The score of one run on one task.</summary>
    public double this[int run, int task]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)task, (uint)Tasks, nameof(task));
            return _scores[run * Tasks + task];
        }
    }

    /// <summary>Each task's mean over its runs, shape <c>[Tasks]</c>.</summary>
    public double[] TaskMeans()
    {
        double[] means = new double[Tasks];
        for (int i = 0; i < _scores.Length; i++) means[i % Tasks] += _scores[i];
        for (int task = 0; task < Tasks; task++) means[task] /= Runs;
        return means;
    }

    /// <summary>The scores themselves, for <see cref="StratifiedBootstrap"/> to fill again and again.</summary>
    internal Span<double> Buffer => _scores;
}
