using EnvHub.Evaluation;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Every arm of a run beside every other, made from records alone.</summary>
public static class DifferenceTable
{
    // Many draws: the corrected ends lie far out where seeds are few.
    private static readonly BootstrapOptions Options = new() { Draws = 10_000, Method = BootstrapMethod.BiasCorrected };

    /// <summary>Compares the arms two by two, each pair once, ordered by the arms' names and the tasks'.</summary>
    /// <remarks>Each interval stands by itself: of many, about one in twenty misses the truth. Tasks whose scores are not finite are left out.</remarks>
    public static IReadOnlyList<ArmDifference> Of(IReadOnlyList<TrialResult> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var cells = (from record in records
                     where record.Status == TrialState.Finished
                     from task in record.Tasks
                     where task.Final is { } final && double.IsFinite(final.Mean)
                     group (record.Seed, task.Final!.Mean) by (record.Arm, task.Task)).ToDictionary(
            cell => cell.Key, cell => cell.DistinctBy(score => score.Seed).ToDictionary(score => score.Seed, score => score.Mean));
        string[] arms = [.. cells.Keys.Select(key => key.Arm).Distinct().Order(StringComparer.Ordinal)];
        var differences = from first in Enumerable.Range(0, arms.Length)
                          from second in Enumerable.Range(first + 1, arms.Length - first - 1)
                          from task in cells.Keys.Where(key => key.Arm == arms[first] && cells.ContainsKey((arms[second], key.Task))).Select(key => key.Task).Order(StringComparer.Ordinal)
                          select Between(arms[second], arms[first], task, cells[(arms[second], task)], cells[(arms[first], task)]);
        return [.. differences.OfType<ArmDifference>()];
    }

    private static ArmDifference? Between(string arm, string other, string task, Dictionary<ulong, double> scores, Dictionary<ulong, double> others)
    {
        ulong[] seeds = [.. scores.Keys.Where(others.ContainsKey).Order()];
        if (seeds.Length == 0) return null;
        double[] gains = [.. seeds.Select(seed => scores[seed] - others[seed])];
        var random = new RandomStreams(0).Scope("bootstrap").Scope(arm).Scope(other).Generator(task);
        var interval = PairedBootstrap.Interval(gains.Length, chosen => Mean(gains, chosen), Options, random);
        return new(arm, other, task, seeds.Length, interval, ImprovementProbability.Of(ScoreMatrix.OfTask([.. scores.Values]), ScoreMatrix.OfTask([.. others.Values])));
    }

    private static double Mean(double[] gains, IReadOnlyList<int> chosen)
    {
        double sum = 0;
        for (int i = 0; i < chosen.Count; i++) sum += gains[chosen[i]];
        return sum / chosen.Count;
    }
}
