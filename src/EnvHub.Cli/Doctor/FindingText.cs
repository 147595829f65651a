using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what <c>doctor</c> found.</summary>
internal static class FindingText
{
    public static void Write(Terminal terminal, IReadOnlyList<Finding> findings)
    {
        var table = new TextTable("state", "what", "found");
        foreach (var finding in findings)
            table.Add(Word(finding.State), finding.Name, finding.ToDo is null ? finding.Found : $"{finding.Found} {finding.ToDo}");
        table.Write(terminal);
    }

    public static JsonNode ToJson(IReadOnlyList<Finding> findings) => new JsonObject
    {
        ["ok"] = findings.All(finding => finding.State != FindingState.Fault),
        ["checks"] = JsonOutput.Array(findings.Select(finding => (JsonNode)new JsonObject
        {
            ["name"] = finding.Name,
            ["state"] = Word(finding.State),
            ["found"] = finding.Found,
            ["toDo"] = finding.ToDo,
        })),
    };

    private static string Word(FindingState state) => state switch
    {
        FindingState.Ok => "ok",
        FindingState.Warning => "warning",
        _ => "fault",
    };
}
