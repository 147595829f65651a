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
        var text = new TextTable("arm", "task", "seeds#", "jump-start#", "area#", "reached#", "median steps#", "mean steps less baseline's#", "source steps#");
        foreach (var row in table.Rows) text.Add(Cells(row));
        text.Write(terminal, $"Against {table.Baseline}, paired by seed; in brackets the 95 % interval. Jump-start: returns before the first step. Area: mean height of the curve, "
            + "in scores (returns where marked r). Reached and median (Kaplan-Meier): arm / baseline; means are restricted to the horizon, so seeds that never reach the return count.");
    }

    private static string[] Cells(TransferRow row)
    {
        var (summary, times) = (row.Summary, row.Summary.Times);
        return
        [
            row.Arm, row.Task, $"{summary.Seeds}", Interval(summary.Jumpstart, "0.0"),
            Interval(summary.AreaDifference, row.IsScored ? "0.000" : "0.0") + (row.IsScored ? "" : " r"),
            times is null ? "-" : $"{times.Reached} / {times.BaselineReached}",
            times is null ? "-" : $"{Steps(times.Median)} / {Steps(times.BaselineMedian)}",
            times is null ? "-" : Interval(times.Difference, "N0"),
            Words.Count(row.SourceSteps),
        ];
    }

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

    // With one seed an interval has no ends.
    private static JsonObject? ToJson(ConfidenceInterval? interval) => interval is not { } known ? null : new JsonObject
    {
        ["estimate"] = known.Estimate,
        ["low"] = double.IsNaN(known.Low) ? null : known.Low,
        ["high"] = double.IsNaN(known.High) ? null : known.High,
        ["level"] = known.Level,
    };
}
