using EnvHub.Evaluation;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>What the arms of a run gain over one of them, made from records alone.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Baseline">The arm that the others are compared with.</param>
/// <param name="Rows">One per other arm and task, ordered by their names.</param>
public sealed record TransferTable(string Experiment, string Baseline, IReadOnlyList<TransferRow> Rows)
{
    /// <summary>Compares the arms of one run, seed by seed.</summary>
    /// <param name="trials">The run's finished trials.</param>
    /// <exception cref="HubException">EH3600 no trial of the baseline has finished; EH3601 no other arm shares a seed and a task with it.</exception>
    public static TransferTable Of(IReadOnlyList<TrialCurves> trials, TransferOptions options)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(options);
        var cells = (from trial in trials
                     from task in trial.Result.Tasks
                     where trial.Tasks.ContainsKey(task.Task)
                     select new Cell(trial.Result, task, trial.Tasks[task.Task])).ToArray();
        var baseline = cells.Where(cell => cell.Result.Arm == options.Baseline).ToDictionary(cell => (cell.Task.Task, cell.Result.Seed), cell => cell.Curve);
        if (baseline.Count == 0) throw HostingErrors.NoBaseline(options.Baseline, cells.Select(cell => cell.Result.Arm).Distinct());
        var rows = from cell in cells
                   where cell.Result.Arm != options.Baseline && baseline.ContainsKey((cell.Task.Task, cell.Result.Seed))
                   group cell by (cell.Result.Arm, cell.Task.Task) into pair
                   orderby pair.Key.Arm, pair.Key.Task
                   select RowOf([.. pair], baseline, options);
        TransferRow[] all = [.. rows];
        return all.Length > 0 ? new(trials[0].Result.Experiment, options.Baseline, all) : throw HostingErrors.NothingToCompare(options.Baseline);
    }

    private static TransferRow RowOf(Cell[] cells, Dictionary<(string Task, ulong Seed), LearningCurve> baseline, TransferOptions options)
    {
        var (result, task) = (cells[0].Result, cells[0].Task);
        CurvePair[] pairs = [.. cells.OrderBy(cell => cell.Result.Seed).Select(cell => new CurvePair(cell.Curve, baseline[(task.Task, cell.Result.Seed)]))];
        var random = new RandomStreams(0).Scope("bootstrap").Scope(result.Arm).Generator(task.Task);
        return new(result.Arm, task.Task, task.ReferenceScores is not null, cells.Max(cell => cell.Result.SourceSteps),
            TransferSummary.Of(pairs, task.ReferenceScores, options.Threshold ?? task.SolvedReturn, options.Bootstrap, random));
    }

    private sealed record Cell(TrialResult Result, TaskResult Task, LearningCurve Curve);
}
