using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Measures a checkpoint of a million CartPole transitions.</summary>
internal static class CheckpointBench
{
    private const int Transitions = 1_000_000, Copies = 50, Repeats = 5;

    // It only plays: what a checkpoint costs does not depend on what was learned.
    private static readonly string[] Options = [$"bufferCapacity={Transitions}", $"learningStarts={2 * Transitions}", "network.hidden=[128,128]"];

    public static CheckpointCost Run(HubCatalog catalog, string folder)
    {
        var request = new TrainRequest { Environments = ["CartPole-v1"], Learner = "dqn", Steps = 3 * Transitions, Copies = Copies, Set = Options };
        return CheckpointSpeed.Measure(TrialList.Of(ExperimentPlanner.Plan(catalog, request))[0], Transitions / Copies, folder, Repeats);
    }

    public static void Write(Terminal terminal, CheckpointCost cost)
    {
        var table = new TextTable("checkpoint of CartPole-v1", "value#");
        table.Add("transitions", Words.Count(cost.Transitions));
        table.Add("bytes per transition", FormattableString.Invariant($"{cost.BytesPerTransition:0.0}"));
        table.Add("written in", Milliseconds(cost.WriteSeconds));
        table.Add("a plain file of as many bytes in", Milliseconds(cost.PlainSeconds));
        table.Add("ratio of the two", FormattableString.Invariant($"{cost.WriteSeconds / cost.PlainSeconds:0.00} x"));
        table.Add("checked and read in", Milliseconds(cost.ReadSeconds));
        table.Add("share of time at the default interval", FormattableString.Invariant($"{100 * cost.ShareOfTime:0.00} %"));
        table.Write(terminal);
    }

    public static JsonNode ToJson(CheckpointCost cost) => new JsonObject
    {
        ["transitions"] = cost.Transitions,
        ["bytes"] = cost.Bytes,
        ["bytesPerTransition"] = cost.BytesPerTransition,
        ["writeSeconds"] = cost.WriteSeconds,
        ["plainSeconds"] = cost.PlainSeconds,
        ["readSeconds"] = cost.ReadSeconds,
        ["shareOfTime"] = cost.ShareOfTime,
    };

    private static string Milliseconds(double seconds) => FormattableString.Invariant($"{1000 * seconds:0} ms");
}
