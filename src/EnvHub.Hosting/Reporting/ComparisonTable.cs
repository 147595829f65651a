using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>What an experiment came to, made from records alone.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Rows">One per arm and task, ordered by their names.</param>
/// <param name="Joint">One per multi-task arm.</param>
/// <param name="Variants">One per arm and environment of which it has several tasks.</param>
public sealed record ComparisonTable(
    string Experiment, IReadOnlyList<ComparisonRow> Rows, IReadOnlyList<JointRow> Joint, IReadOnlyList<VariantsRow> Variants)
{
    /// <summary>Sums up the records of one experiment.</summary>
    /// <param name="records">At least one.</param>
    public static ComparisonTable Of(IReadOnlyList<TrialResult> records)
    {
        ArgumentOutOfRangeException.ThrowIfZero(records.Count);
        var rows = from record in records
                   from task in record.Tasks
                   group (record, task) by (record.Arm, task.Task) into cell
                   orderby cell.Key.Arm, cell.Key.Task
                   select RowOf(cell.Key.Arm, cell.Key.Task, [.. cell]);
        var joint = from record in records
                    where record.Scope == LearnerScope.MultiTask
                    group record by record.Arm into arm
                    orderby arm.Key
                    select JointOf(arm.Key, [.. arm.Where(record => record.Status == TrialState.Finished)]);
        var variants = from record in records
                       from task in record.Tasks
                       group (record, task) by (record.Arm, task.Environment) into cell
                       orderby cell.Key.Arm, cell.Key.Environment
                       select VariantsOf(cell.Key.Arm, cell.Key.Environment, [.. cell]);
        return new(records[0].Experiment, [.. rows], [.. joint], [.. variants.OfType<VariantsRow>()]);
    }

    private static VariantsRow? VariantsOf(string arm, string environment, IReadOnlyList<(TrialResult Record, TaskResult Task)> cell)
    {
        int tasks = cell.Select(trial => trial.Task.Task).Distinct().Count();
        double[][] seeds = [.. cell.GroupBy(trial => trial.Record.Seed)
            .Select(seed => seed.Select(trial => trial.Task.Final?.Mean).OfType<double>().ToArray())
            .Where(means => means.Length == tasks)];
        return tasks < 2 || seeds.Length == 0 ? null
            : new(arm, environment, tasks, seeds.Length, seeds.Average(means => means.Average()), seeds.Average(means => means.Min()));
    }

    private static ComparisonRow RowOf(string arm, string task, IReadOnlyList<(TrialResult Record, TaskResult Task)> cell)
    {
        var finished = cell.Where(trial => trial.Record.Status == TrialState.Finished).ToArray();
        var final = Sum([.. finished.Select(trial => trial.Task.Final).OfType<ReturnSummary>()]);
        double[] training = [.. finished.Select(trial => trial.Task.TrainingReturnLast100).OfType<double>()];
        return new ComparisonRow
        {
            Arm = arm,
            Task = task,
            Seeds = finished.Length,
            Mean = final?.Mean,
            Iqm = final?.Iqm,
            Min = final?.Min,
            Solved = final?.Solved,
            Steps = cell.Max(trial => trial.Task.Steps),
            SourceSteps = cell.Max(trial => trial.Record.SourceSteps),
            Seconds = finished.Length == 0 ? null : finished.Average(trial => trial.Record.Seconds),
            TrainingReturnLast100 = training.Length == 0 ? null : training.Average(),
            Best = Sum([.. finished.Select(trial => trial.Task.Best?.Returns).OfType<ReturnSummary>()]),
            Failed = cell.Count(trial => trial.Record.Status == TrialState.Failed),
            Cancelled = cell.Count(trial => trial.Record.Status == TrialState.Cancelled),
        };
    }

    private static KeptWeights? Sum(IReadOnlyList<ReturnSummary> seeds)
    {
        if (seeds.Count == 0) return null;
        double[] means = [.. seeds.Select(seed => seed.Mean)];
        return new(means.Average(), Aggregates.InterquartileMean(means), means.Min(),
            seeds.Any(seed => seed.Solved is null) ? null : seeds.Count(seed => seed.Solved == true));
    }

    private static JointRow JointOf(string arm, IReadOnlyList<TrialResult> trials)
    {
        bool kept = trials.Any(trial => trial.Tasks.Any(task => task.Best is not null));
        int? best = kept ? trials.Count(trial => trial.Tasks.All(task => task.Best?.Returns.Solved == true)) : null;
        return new(arm, trials.Count, trials.Count(trial => trial.SolvedAll), best);
    }
}
