using System.Text.Json.Nodes;
using EnvHub.TestKit;

namespace EnvHub.Contracts.Tests;

/// <summary>Asks the real Gymnasium about spaces, all in one process.</summary>
internal static class RealSpaces
{
    /// <summary>A row of <c>space_parity.py</c> for each case.</summary>
    public static JsonNode[] Ask(IEnumerable<JsonObject> cases)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, cases.Select(each => each.ToJsonString()));
            string program = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "space_parity.py"));
            return [.. RealPython.Run(program, file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
