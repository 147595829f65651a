using EnvHub.Evaluation;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>How much of their sources' scores the last stages of a run's arms have, made from records alone.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Required">The share that a seed's every task is asked for.</param>
/// <param name="Arms">One per arm, ordered by name.</param>
/// <param name="Rows">One per arm and task, ordered by their names.</param>
/// <remarks>A task's teacher is every source that learned a task of the same name; of several, the mean return counts. Tasks without one, without a random
/// reference score, or whose teacher is no better than random have no share and are left out.</remarks>
public sealed record TeacherTable(string Experiment, double Required, IReadOnlyList<TeacherArm> Arms, IReadOnlyList<TeacherRow> Rows)
{
    /// <summary>A line for each trial that is left out because something of it, or of what it builds on, cannot be read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Reads the finished trials of a run that build on others.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="required">The share that a seed's every task is asked for.</param>
    /// <exception cref="HubException">EH3506 a file is no record; EH3507 its format is another; EH3508 there is none; EH3610 no trial has a
    /// teacher.</exception>
    public static TeacherTable Read(string folder, double required)
    {
        var problems = new List<string>();
        var records = RunRecords.OfOneRun(folder, problems).Where(record => record.Result.Status == TrialState.Finished);
        Cell[] cells = [.. records.SelectMany(record => TryCells(record.Result, record.Folder, problems)).Where(cell => !double.IsNaN(cell.Share))];
        if (cells.Length == 0) throw HostingErrors.NoTeachers(folder, problems);
        return new(cells[0].Result.Experiment, required,
            [.. cells.GroupBy(cell => cell.Result.Arm).OrderBy(arm => arm.Key, StringComparer.Ordinal).Select(arm => ArmOf([.. arm], required))],
            [.. cells.GroupBy(cell => (cell.Result.Arm, cell.Task.Task)).OrderBy(row => row.Key).Select(row => RowOf([.. row]))]) { Problems = problems };
    }

    private static Cell[] TryCells(TrialResult result, string folder, List<string> problems)
    {
        try
        {
            return [.. CellsOf(result, folder)];
        }
        catch (HubException fault)
        {
            problems.Add(fault.Message);
            return [];
        }
    }

    private static IEnumerable<Cell> CellsOf(TrialResult result, string folder)
    {
        TaskResult[] sources = [.. SourceFolders(folder).Select(Whole).SelectMany(RunRecords.Read).SelectMany(source => source.Tasks)];
        foreach (var task in result.Tasks)
        {
            double[] returns = [.. sources.Where(source => source.Task == task.Task).Select(source => source.Final?.Mean ?? double.NaN)];
            if (returns.Length > 0 && task is { ReferenceScores: { } scores, Final: { } final })
                yield return new(result, task, returns.Average(), TeacherShare.Of(final.Mean, returns.Average(), scores.Random));
        }
    }

    private static string Whole(string stage) =>
        SourceRecord.IsSealed(stage) && SourceRecord.DamageIn(stage) is { } damage ? throw HostingErrors.DamagedStage(stage, damage) : stage;

    // A trial's config.json names its sources by key; their records lie where all runs find them, in a folder above.
    private static IEnumerable<string> SourceFolders(string folder) =>
        RecordFile.Read(Path.Combine(folder, TrialFiles.ConfigFile), RunReader.SourcesIn).Select(key => RunFolder.OfKey(folder, key));

    private static TeacherArm ArmOf(Cell[] cells, double required)
    {
        var seeds = cells.GroupBy(cell => cell.Result.Seed).ToArray();
        return new(cells[0].Result.Arm, TeacherShare.Of([.. seeds.Select(seed => seed.Average(cell => cell.Share))]),
            seeds.Count(seed => seed.All(cell => cell.Share >= required)), OrderStatistics.Quantile([.. seeds.Select(seed => seed.First().Result.Seconds)], 0.5));
    }

    private static TeacherRow RowOf(Cell[] cells) => new(cells[0].Result.Arm, cells[0].Task.Task, cells.Average(cell => cell.Task.Final!.Mean),
        cells.Average(cell => cell.TeacherReturn), TeacherShare.Of([.. cells.Select(cell => cell.Share)]));

    private sealed record Cell(TrialResult Result, TaskResult Task, double TeacherReturn, double Share);
}
