using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what <c>doctor</c> found.</summary>
internal static class CheckText
{
    public static void Write(Terminal terminal, IReadOnlyList<Check> checks)
    {
        var table = new TextTable("state", "what", "found");
        foreach (var check in checks)
            table.Add(Word(check.State), check.Name, check.ToDo is null ? check.Found : $"{check.Found} {check.ToDo}");
        table.Write(terminal);
    }

    public static JsonNode ToJson(IReadOnlyList<Check> checks) => new JsonObject
    {
        ["ok"] = checks.All(check => check.State != CheckState.Fault),
        ["checks"] = JsonOutput.Array(checks.Select(check => (JsonNode)new JsonObject
        {
            ["name"] = check.Name,
            ["state"] = Word(check.State),
            ["found"] = check.Found,
            ["toDo"] = check.ToDo,
        })),
    };

    private static string Word(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Warning => "warning",
        _ => "fault",
    };
}
