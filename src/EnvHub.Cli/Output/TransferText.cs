using System.Globalization;
using System.Text.Json.Nodes;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Shows what arms gain over a baseline.</summary>
internal static class TransferText
{
    public static void Write(Terminal terminal, TransferTable table, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, new JsonObject
            {
                ["experiment"] = table.Experiment,
                ["baseline"] = table.Baseline,
                ["rows"] = JsonOutput.Array(table.Rows.Select(row => (JsonNode)ToJson(row))),
            });
            return;
        }
        // Two tables: all columns side by side are wider than most terminals.
        var (curves, times) = (new TextTable("arm", "task", "seeds#", "jump-start#", "area#", "area in"), new TextTable("arm", "task", "reached#", "median#", "difference#", "source steps#"));
        foreach (var row in table.Rows)
        {
            curves.Add(CurveCells(row));
            times.Add(TimeCells(row));
        }
        Paragraph.Write(terminal, $"Gain over {table.Baseline}, paired by seed; in brackets the 95 % interval");
        curves.Write(terminal);
        terminal.Output.WriteLine();
        Paragraph.Write(terminal, $"Steps to the return, arm / {table.Baseline}");
        times.Write(terminal, "Jump-start: return before the first step. Area: mean height of the curve, in scores (0 the random policy, 1 the reference), or in returns where a task "
            + "has no reference scores. Reached: seeds. Median: by Kaplan-Meier. Difference: of mean steps, restricted to the horizon, so seeds that never reach the return count; below 0 is faster.");
    }

    private static string[] CurveCells(TransferRow row) =>
    [
        row.Arm, row.Task, $"{row.Summary.Seeds}", Interval(row.Summary.Jumpstart, "0.0"), Interval(row.Summary.AreaDifference, row.IsScored ? "0.000" : "0.0"),
        row.IsScored ? "scores" : "returns",
    ];

    private static string[] TimeCells(TransferRow row) => row.Summary.Times is not { } times ? [row.Arm, row.Task, "-", "-", "-", Words.Count(row.SourceSteps)] :
    [
        row.Arm, row.Task, $"{times.Reached} / {times.BaselineReached}", $"{Steps(times.Median)} / {Steps(times.BaselineMedian)}", Interval(times.Difference, "N0"),
        Words.Count(row.SourceSteps),
    ];

    private static string Steps(double? steps) => steps is { } number ? Words.Count(number) : "never";

    private static string Interval(ConfidenceInterval? interval, string format)
    {
        if (interval is not { } known) return "-";
        string estimate = Signed(known.Estimate, format);
        return double.IsNaN(known.Low) ? estimate : $"{estimate} [{Signed(known.Low, format)}, {Signed(known.High, format)}]";
    }

    private static string Signed(double value, string format) => (value > 0 ? "+" : "") + value.ToString(format, CultureInfo.InvariantCulture);

    private static JsonObject ToJson(TransferRow row) => new()
    {
        ["arm"] = row.Arm,
        ["task"] = row.Task,
        ["seeds"] = row.Summary.Seeds,
        ["sourceSteps"] = row.SourceSteps,
        ["jumpstart"] = ToJson(row.Summary.Jumpstart),
        ["areaDifference"] = ToJson(row.Summary.AreaDifference),
        ["areaUnit"] = row.IsScored ? "score" : "return",
        ["stepsToThreshold"] = row.Summary.Times is { } times ? ToJson(times) : null,
    };

    private static JsonObject ToJson(ThresholdTimes times) => new()
    {
        ["threshold"] = times.Threshold,
        ["horizon"] = times.Horizon,
        ["reached"] = times.Reached,
        ["baselineReached"] = times.BaselineReached,
        ["median"] = times.Median,
        ["baselineMedian"] = times.BaselineMedian,
        ["restrictedMean"] = times.Mean,
        ["baselineRestrictedMean"] = times.BaselineMean,
        ["difference"] = ToJson(times.Difference),
    };

    private static JsonObject? ToJson(ConfidenceInterval? interval)
    {
        if (interval is not { } known) return null;
        var json = JsonOutput.Interval(known);
        json.Insert(0, "estimate", known.Estimate);
        return json;
    }
}
