using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Measures Gymnasium and PyTorch in the Pythons of this machine.</summary>
internal static class PythonBaselines
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static Baselines Measure(BenchDurations durations)
    {
        string[] arguments = [$"{durations.Repeats}", durations.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var baselines = new Baselines([], [], null, null, []);
        foreach (var python in PythonLocator.Search().Select(finding => finding.Python).OfType<PythonInterpreter>())
        {
            if (IsComplete(baselines)) break;
            baselines = Join(baselines with { Python = [.. baselines.Python, python.Path] }, Parse(python.Run(EmbeddedProgram.Read("baselines.py"), Longest, arguments)));
        }
        return baselines with { Missing = [.. Missing(baselines)] };
    }

    private static bool IsComplete(Baselines baselines) => baselines is { Gymnasium: not null, Torch: not null, DqnStepsPerSecond: not null };

    // What an earlier interpreter gave stays.
    private static Baselines Join(Baselines known, JsonNode? report) => report is null ? known : known with
    {
        Gymnasium = known.Gymnasium ?? (string?)report["gymnasium"],
        Torch = known.Torch ?? (string?)report["torch"],
        Environments = known.Gymnasium is not null ? known.Environments : [.. report["environments"]!.AsArray().Select(speed =>
            new EnvironmentSpeed((string)speed!["id"]!, (int)speed["copies"]!, (double)speed["stepsPerSecond"]!))],
        Network = known.Network ?? (report["network"] is { } network
            ? new NetworkSpeed((double)network["forward1Microseconds"]!, (double)network["update128Microseconds"]!) : null),
        DqnStepsPerSecond = known.DqnStepsPerSecond ?? (double?)report["dqn"]?["stepsPerSecond"],
    };

    private static JsonNode? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;   // an interpreter that prints something else gives no baseline
        }
    }

    private static IEnumerable<string> Missing(Baselines baselines)
    {
        if (baselines.Python.Count == 0)
        {
            yield return "No Python was found. Install Python 3 with gymnasium and torch for baselines.";
            yield break;
        }
        if (baselines.Gymnasium is null) yield return "No Python here has gymnasium and numpy: envhub python setup.";
        if (baselines.Torch is null) yield return "No Python here has torch: pip install torch.";
        if (baselines is { Gymnasium: not null, Torch: not null, DqnStepsPerSecond: null })
            yield return "No single Python here has both gymnasium and torch: DQN has no baseline.";
    }
}
