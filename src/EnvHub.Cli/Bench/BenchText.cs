using System.Globalization;
using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what <c>bench</c> measured.</summary>
internal static class BenchText
{
    public static void Write(Terminal terminal, BenchReport report)
    {
        var baselines = report.Baselines;
        var environments = new TextTable("environment", "copies#", "steps/s#", "Gymnasium#", "ratio#");
        foreach (var speed in report.Environments)
        {
            double? theirs = Find(baselines, speed)?.StepsPerSecond;
            environments.Add(speed.Id, $"{speed.Copies}", Words.Rate(speed.StepsPerSecond), theirs is { } rate ? Words.Rate(rate) : "-", Words.Ratio(speed.StepsPerSecond, theirs));
        }
        environments.Write(terminal);
        terminal.Output.WriteLine();
        var network = new TextTable("CleanRL's network and DQN", "EnvHub#", "Python#", "ratio#");
        network.Add("forward of 1", Micro(report.Network.Forward1Microseconds), Micro(baselines.Network?.Forward1Microseconds),
            Words.Ratio(baselines.Network?.Forward1Microseconds, report.Network.Forward1Microseconds));
        network.Add("update of 128", Micro(report.Network.Update128Microseconds), Micro(baselines.Network?.Update128Microseconds),
            Words.Ratio(baselines.Network?.Update128Microseconds, report.Network.Update128Microseconds));
        network.Add("DQN on CartPole-v1, learning included", $"{Words.Rate(report.DqnStepsPerSecond)} steps/s",
            baselines.DqnStepsPerSecond is { } dqn ? $"{Words.Rate(dqn)} steps/s" : "-", Words.Ratio(report.DqnStepsPerSecond, baselines.DqnStepsPerSecond));
        network.Write(terminal);
        terminal.Output.WriteLine();
        string versions = string.Join(", ", new[] { Version("Gymnasium", baselines.Gymnasium), Version("PyTorch", baselines.Torch) }.OfType<string>());
        if (versions.Length > 0) terminal.Output.WriteLine($"Baselines: {versions}, one core, the same run.");
        foreach (string missing in baselines.Missing) terminal.Output.WriteLine(missing);
    }

    public static JsonNode ToJson(BenchReport report) => new JsonObject
    {
        ["environments"] = Environments(report.Environments),
        ["network"] = Network(report.Network),
        ["dqn"] = new JsonObject { ["stepsPerSecond"] = report.DqnStepsPerSecond },
        ["baselines"] = new JsonObject
        {
            ["python"] = JsonOutput.Array(report.Baselines.Python),
            ["gymnasium"] = report.Baselines.Gymnasium,
            ["torch"] = report.Baselines.Torch,
            ["environments"] = Environments(report.Baselines.Environments),
            ["network"] = report.Baselines.Network is { } network ? Network(network) : null,
            ["dqn"] = report.Baselines.DqnStepsPerSecond is { } dqn ? new JsonObject { ["stepsPerSecond"] = dqn } : null,
            ["missing"] = JsonOutput.Array(report.Baselines.Missing),
        },
    };

    private static JsonArray Environments(IEnumerable<EnvironmentSpeed> speeds) => JsonOutput.Array(speeds.Select(speed =>
        (JsonNode)new JsonObject { ["id"] = speed.Id, ["copies"] = speed.Copies, ["stepsPerSecond"] = speed.StepsPerSecond }));

    private static JsonObject Network(NetworkSpeed speed) =>
        new() { ["forward1Microseconds"] = speed.Forward1Microseconds, ["update128Microseconds"] = speed.Update128Microseconds };

    // Ids of plugins may carry a namespace that Gymnasium's own do not.
    private static EnvironmentSpeed? Find(Baselines baselines, EnvironmentSpeed speed) =>
        baselines.Environments.FirstOrDefault(theirs => theirs.Copies == speed.Copies && speed.Id.Split('/')[^1] == theirs.Id);

    private static string? Version(string name, string? version) => version is null ? null : $"{name} {version}";

    private static string Micro(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) + " us" : "-";
}
