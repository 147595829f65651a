using System.Text.Json;

namespace EnvHub.Evaluation.Tests;

/// <summary>Numbers that SciPy and NumPy gave, from the file in Fixtures.</summary>
internal static class Fixture
{
    public static JsonElement Numbers { get; } = Load();

    public static IEnumerable<TestCaseData> Matrices() => Numbers.GetProperty("matrices").EnumerateArray()
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("runs")} runs x {row.GetProperty("tasks")} tasks"));

    public static ScoreMatrix ScoresOf(JsonElement row) =>
        new(row.GetProperty("runs").GetInt32(), row.GetProperty("tasks").GetInt32(), row.GetProperty("scores").Deserialize<double[]>());

    private static JsonElement Load()
    {
        string file = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "scipy-aggregates.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }
}
