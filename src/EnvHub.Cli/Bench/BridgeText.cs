using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what <c>bench bridge</c> measured.</summary>
internal static class BridgeText
{
    public static void Write(Terminal terminal, BridgeReport report)
    {
        var table = new TextTable("CartPole-v1 in Python", "steps/s#", "ratio#", "to");
        table.Add("plain loop, 1 copy", Words.Rate(report.Loop), "", "");
        table.Add("SyncVectorEnv, 64 copies", Words.Rate(report.Sync), "", "");
        table.Add("SyncVectorEnv, NEXT_STEP", Words.Rate(report.SyncNextStep), Words.Ratio(report.SyncNextStep, report.Sync), "SyncVectorEnv");
        table.Add("SyncVectorEnv, in two processes", Words.Rate(report.TwoSync), Words.Ratio(report.TwoSync, report.Sync), "SyncVectorEnv");
        table.Add("AsyncVectorEnv, 64 copies", Words.Rate(report.Async), "", "");
        table.Add("bridge, 1 copy", Words.Rate(report.One), Words.Ratio(report.One, report.Loop), "plain loop");
        table.Add("bridge, 64 copies, 1 worker", Words.Rate(report.OneWorker), Words.Ratio(report.OneWorker, report.Sync), "SyncVectorEnv");
        table.Add("bridge, 64 copies, 2 workers", Words.Rate(report.TwoWorkers), Words.Ratio(report.TwoWorkers, report.OneWorker), "1 worker");
        table.Add("", "", Words.Ratio(report.TwoWorkers, report.Async), "AsyncVectorEnv");
        if (report.OneInProcess is { } one) table.Add("in-process, 1 copy", Words.Rate(one), Words.Ratio(one, report.Loop), "plain loop");
        if (report.ManyInProcess is { } many) table.Add("in-process, 64 copies", Words.Rate(many), Words.Ratio(many, report.Sync), "SyncVectorEnv");
        if (report.FromPythonNextStep is { } next)
            table.Add("native, 1024 copies, NEXT_STEP", Words.Rate(next), Words.Ratio(next, report.SyncNextStep), "SyncVectorEnv, NEXT_STEP");
        if (report.FromPythonSameStep is { } same)
            table.Add("native, 1024 copies, SAME_STEP", Words.Rate(same), Words.Ratio(same, report.Sync), "SyncVectorEnv");
        table.Write(terminal);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"Gymnasium {report.Gymnasium}, {Environment.ProcessorCount} cores, the same run, in turns.");
    }

    public static JsonNode ToJson(BridgeReport report) => new JsonObject
    {
        ["gymnasium"] = report.Gymnasium,
        ["stepsPerSecond"] = new JsonObject
        {
            ["loop1"] = report.Loop,
            ["sync64"] = report.Sync,
            ["sync64Twice"] = report.TwoSync,
            ["async64"] = report.Async,
            ["bridge1"] = report.One,
            ["bridge64Workers1"] = report.OneWorker,
            ["bridge64Workers2"] = report.TwoWorkers,
            ["inProcess1"] = report.OneInProcess,
            ["inProcess64"] = report.ManyInProcess,
            ["sync64NextStep"] = report.SyncNextStep,
            ["native1024NextStep"] = report.FromPythonNextStep,
            ["native1024SameStep"] = report.FromPythonSameStep,
        },
        ["ratios"] = new JsonObject
        {
            ["twoProcessesToOne"] = report.TwoSync / report.Sync,
            ["oneToLoop"] = report.One / report.Loop,
            ["oneInProcessToLoop"] = report.OneInProcess / report.Loop,
            ["manyInProcessToSync"] = report.ManyInProcess / report.Sync,
            ["oneWorkerToSync"] = report.OneWorker / report.Sync,
            ["twoWorkersToOne"] = report.TwoWorkers / report.OneWorker,
            ["twoWorkersToAsync"] = report.TwoWorkers / report.Async,
        },
    };
}
