using System.Globalization;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what <c>bench bridge</c> measured.</summary>
internal static class BridgeText
{
    public static void Write(Terminal terminal, BridgeReport report)
    {
        var table = new TextTable("CartPole-v1 in Python", "steps/s#", "ratio#", "to");
        table.Add("SyncVectorEnv, 64 copies", Words.Rate(report.Sync), "", "");
        table.Add("AsyncVectorEnv, 64 copies", Words.Rate(report.Async), "", "");
        table.Add("bridge, 1 copy", Words.Rate(report.One), "", "");
        table.Add("bridge, 64 copies, 1 worker", Words.Rate(report.OneWorker), Ratio(report.OneWorker, report.Sync), "SyncVectorEnv");
        table.Add("bridge, 64 copies, 2 workers", Words.Rate(report.TwoWorkers), Ratio(report.TwoWorkers, report.OneWorker), "1 worker");
        table.Add("", "", Ratio(report.TwoWorkers, report.Async), "AsyncVectorEnv");
        table.Write(terminal);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"Gymnasium {report.Gymnasium}, {Environment.ProcessorCount} cores, the same run, in turns.");
    }

    public static JsonNode ToJson(BridgeReport report) => new JsonObject
    {
        ["gymnasium"] = report.Gymnasium,
        ["stepsPerSecond"] = new JsonObject
        {
            ["sync64"] = report.Sync,
            ["async64"] = report.Async,
            ["bridge1"] = report.One,
            ["bridge64Workers1"] = report.OneWorker,
            ["bridge64Workers2"] = report.TwoWorkers,
        },
        ["ratios"] = new JsonObject
        {
            ["oneWorkerToSync"] = report.OneWorker / report.Sync,
            ["twoWorkersToOne"] = report.TwoWorkers / report.OneWorker,
            ["twoWorkersToAsync"] = report.TwoWorkers / report.Async,
        },
    };

    private static string Ratio(double ours, double theirs) => (ours / theirs).ToString("0.00", CultureInfo.InvariantCulture) + " x";
}
