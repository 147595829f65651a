using System.Globalization;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what the arms of a run reach beside each other: a table where it is short, and a sentence per pair of arms.</summary>
internal static class DifferenceText
{
    // More rows are read by nobody; --json has them all. So few seeds make intervals that are too narrow.
    private const int MostRows = 12, MostPairs = 15, MostNames = 3, FewSeeds = 20;

    public static void Write(Terminal terminal, IReadOnlyList<ArmDifference> differences)
    {
        if (differences.Count == 0) return;
        if (differences.Count <= MostRows) WriteTable(terminal, differences);
        var pairs = differences.GroupBy(difference => (difference.Arm, difference.Other)).ToArray();
        foreach (var pair in pairs.Take(MostPairs)) Paragraph.Write(terminal, Sentence([.. pair]));
        if (pairs.Length > MostPairs) Paragraph.Write(terminal, $"{pairs.Length - MostPairs} more pairs of arms: --json has them.");
        int fewest = differences.Min(difference => difference.Pairs);
        if (fewest is > 1 and < FewSeeds)
            Paragraph.Write(terminal, $"Intervals over {Words.Number(fewest, "seed", "seeds")} are narrower than they should be: {FewSeeds} or more are wanted to compare on one task.");
        terminal.Output.WriteLine();
    }

    public static JsonNode ToJson(IReadOnlyList<ArmDifference> differences) => JsonOutput.Array(differences.Select(difference => (JsonNode)new JsonObject
    {
        ["arm"] = difference.Arm,
        ["over"] = difference.Other,
        ["task"] = difference.Task,
        ["pairs"] = difference.Pairs,
        ["difference"] = difference.Difference.Estimate,
        ["interval"] = JsonOutput.Interval(difference.Difference),
        ["improvementProbability"] = difference.Probability,
    }));

    private static void WriteTable(Terminal terminal, IReadOnlyList<ArmDifference> differences)
    {
        var text = new TextTable("arm", "over", "task", "seeds#", "difference#", "95 % interval#", "P(higher)#");
        foreach (var row in differences)
            text.Add(row.Arm, row.Other, row.Task, $"{row.Pairs}", Words.Return(row.Difference.Estimate), Ends(row), row.Probability.ToString("0.00", CultureInfo.InvariantCulture));
        text.Write(terminal);
        terminal.Output.WriteLine();
    }

    private static string Sentence(IReadOnlyList<ArmDifference> tasks)
    {
        var (arm, other) = (tasks[0].Arm, tasks[0].Other);
        if (tasks[0].Pairs == 1) return $"{arm} and {other}: one seed shows no difference and no equality.";
        ArmDifference[] higher = [.. tasks.Where(task => task.Sign > 0)], lower = [.. tasks.Where(task => task.Sign < 0)];
        string[] shown =
        [
            .. higher.Length > 0 ? [$"scores higher on {Names(higher, tasks.Count)}"] : (string[])[],
            .. lower.Length > 0 ? [$"scores lower on {Names(lower, tasks.Count)}"] : (string[])[],
        ];
        int rest = tasks.Count - higher.Length - lower.Length;
        return shown.Length == 0 ? $"{arm} beside {other}: the 95 % intervals show no difference on any task; that is no proof of equality."
            : $"{arm} {string.Join(" and ", shown)} than {other}, at 95 %{(rest > 0 ? $"; on {(rest == 1 ? "the other task" : $"{rest} other tasks")} no difference is shown" : "")}.";
    }

    private static string Names(ArmDifference[] tasks, int all) => tasks.Length > MostNames
        ? $"{tasks.Length} of {all} tasks"
        : string.Join(", ", tasks.Select(task => $"{task.Task} (by {Words.Return(Math.Abs(task.Difference.Estimate))})"));

    private static string Ends(ArmDifference row) =>
        double.IsFinite(row.Difference.Low) ? $"{Words.Return(row.Difference.Low)} to {Words.Return(row.Difference.High)}" : "-";
}
