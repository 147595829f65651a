using EnvHub.Evaluation;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>How one arm learned one task: the mean over its seeds, with an interval at each point.</summary>
/// <param name="Arm">Its name.</param>
/// <param name="Task">The task's name.</param>
/// <param name="Seeds">Trials that finished and were evaluated during training.</param>
/// <param name="Points">In ascending steps: those at which any seed was evaluated and all had begun.</param>
public sealed record ArmCurve(string Arm, string Task, int Seeds, IReadOnlyList<ArmCurve.Point> Points)
{
    /// <summary>A point of the curve.</summary>
    /// <param name="Steps">Environment steps of the task.</param>
    /// <param name="Mean">Of the mean greedy returns, with a percentile bootstrap interval over seeds; straight lines between a seed's evaluations.</param>
    public readonly record struct Point(long Steps, ConfidenceInterval Mean);

    /// <summary>One curve per arm and task, ordered by the tasks' names and the arms'. Arms whose seeds were never evaluated over the same steps have none.</summary>
    /// <param name="trials">Of one run.</param>
    public static IReadOnlyList<ArmCurve> Of(IReadOnlyList<TrialCurves> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var curves = from trial in trials
                     from task in trial.Tasks
                     group task.Value by (task: task.Key, arm: trial.Result.Arm) into cell
                     orderby cell.Key.task, cell.Key.arm
                     select Of(cell.Key.arm, cell.Key.task, [.. cell]);
        return [.. curves.Where(curve => curve.Points.Count > 0)];
    }

    private static ArmCurve Of(string arm, string task, LearningCurve[] seeds)
    {
        long first = seeds.Max(curve => curve.FirstStep), last = seeds.Min(curve => curve.LastStep);
        var random = new RandomStreams(0).Scope("bootstrap").Scope(arm).Generator(task);
        var points = from step in seeds.SelectMany(curve => curve.Steps).Distinct().Where(step => step >= first && step <= last).Order()
                     select new Point(step, StratifiedBootstrap.Interval(
                         ScoreMatrix.OfTask([.. seeds.Select(curve => curve.ValueAt(step))]), Aggregates.Mean, new BootstrapOptions(), random));
        return new(arm, task, seeds.Length, [.. points]);
    }
}
