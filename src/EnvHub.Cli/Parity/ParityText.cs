using System.Text.Json.Nodes;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Shows what a parity run found.</summary>
internal static class ParityText
{
    public static void Write(Terminal terminal, ParityRun run)
    {
        var result = run.Result;
        string amount = $"{Words.Count(result.Steps)} steps, {Words.Number((int)result.Episodes, "episode", "episodes")} ended";
        terminal.Output.WriteLine($"{run.NativeId} and Python's {run.PythonId} ({run.Versions}): {amount}");
        foreach (string note in run.Notes) terminal.Output.WriteLine(note);
        if (!result.HasGenerators) terminal.Output.WriteLine("The native environment does not show its generator: its state was not compared.");
        if (result.Difference is not { } difference)
        {
            terminal.Output.WriteLine($"equal bit for bit: observations, rewards, flags, continued resets{(result.HasGenerators ? ", generator state" : "")}");
            return;
        }
        terminal.Output.WriteLine($"different at {Place(difference)}:");
        var table = new TextTable("what", "native", "Python", "ulp#");
        foreach (var value in difference.Values) table.Add(value.What, value.One, value.Other, value.Ulps is { } ulps ? $"{ulps}" : "-");
        table.Write(terminal);
    }

    public static JsonNode ToJson(ParityRun run) => new JsonObject
    {
        ["native"] = run.NativeId,
        ["python"] = run.PythonId,
        ["versions"] = run.Versions,
        ["notes"] = JsonOutput.Array(run.Notes.Select(note => (JsonNode)note)),
        ["equal"] = run.Result.IsEqual,
        ["steps"] = run.Result.Steps,
        ["episodes"] = run.Result.Episodes,
        ["generatorsCompared"] = run.Result.HasGenerators,
        ["difference"] = run.Result.Difference is { } difference ? ToJson(difference) : null,
    };

    private static JsonObject ToJson(ParityDifference difference) => new()
    {
        ["seed"] = difference.Seed,
        ["step"] = difference.Step,
        ["episode"] = difference.Episode,
        ["values"] = JsonOutput.Array(difference.Values.Select(value => (JsonNode)new JsonObject
        {
            ["what"] = value.What,
            ["native"] = value.One,
            ["python"] = value.Other,
            ["ulp"] = value.Ulps,
        })),
    };

    private static string Place(ParityDifference difference) =>
        $"seed {difference.Seed}, {(difference.Step == 0 ? "the reset" : $"step {difference.Step} (episode {difference.Episode})")}";
}
