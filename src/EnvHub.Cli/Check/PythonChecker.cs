using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Examines an environment of Python's Gymnasium with <c>check.py</c>, which has the rules of <see cref="CheckRules"/> by the same
/// names, as far as they mean something there.</summary>
internal static class PythonChecker
{
    /// <exception cref="HubException">EH5010 the environment cannot be made; EH5011 it takes too long.</exception>
    public static CheckReport Examine(PythonInterpreter python, string id, PythonOrder order)
    {
        using var process = PythonProcess.Start(python, order);
        var report = JsonElement.Parse(process.ReadToEnd());
        return new($"{PythonOptions.Prefix}{id}",
            [.. report.GetProperty("kept").EnumerateArray().Select(name => name.GetString()!)],
            [.. report.GetProperty("findings").EnumerateArray().Select(Finding)],
            [.. report.GetProperty("omissions").EnumerateArray().Select(one => new CheckOmission(Text(one, "rule"), Text(one, "reason")))]);
    }

    /// <summary>What <c>check.py</c> is told.</summary>
    public static PythonOrder Order(string id, JsonObject arguments, CheckOptions options, TimeSpan longest) => new("check.py", new JsonObject
    {
        ["id"] = id,
        ["kwargs"] = arguments,
        ["seeds"] = options.Seeds,
        ["steps"] = options.Steps,
    }, longest);

    private static CheckFinding Finding(JsonElement finding) => new(Text(finding, "rule"),
        Text(finding, "severity") == "error" ? CheckSeverity.Error : CheckSeverity.Warning,
        Text(finding, "found"), Text(finding, "why"), Text(finding, "toDo"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
