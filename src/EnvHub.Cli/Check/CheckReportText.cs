using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Shows what an examination of an environment came to.</summary>
internal static class CheckReportText
{
    public static void Write(Terminal terminal, CheckReport report)
    {
        if (report.Findings.Count > 0)
        {
            var table = new TextTable("rule", "severity", "finding");
            foreach (var finding in report.Findings)
                table.Add(finding.Rule, Name(finding.Severity), $"{finding.Found}. Why: {finding.Why} To do: {finding.ToDo}");
            table.Write(terminal);
            terminal.Output.WriteLine();
        }
        foreach (var omission in report.Omissions) terminal.Output.WriteLine(terminal.Dim($"not examined: {omission.Rule}: {omission.Reason}"));
        int errors = report.Findings.Count(finding => finding.Severity == CheckSeverity.Error);
        terminal.Output.WriteLine($"{report.Id}: {Words.Number(report.Kept.Count, "rule", "rules")} kept, {Words.Number(errors, "error", "errors")}, "
            + $"{Words.Number(report.Findings.Count - errors, "warning", "warnings")}, {report.Omissions.Count} not examined");
    }

    public static JsonNode ToJson(CheckReport report) => new JsonObject
    {
        ["id"] = report.Id,
        ["clean"] = !report.HasErrors,
        ["findings"] = JsonOutput.Array(report.Findings.Select(finding => (JsonNode)new JsonObject
        {
            ["rule"] = finding.Rule,
            ["severity"] = Name(finding.Severity),
            ["found"] = finding.Found,
            ["why"] = finding.Why,
            ["toDo"] = finding.ToDo,
        })),
        ["kept"] = JsonOutput.Array(report.Kept),
        ["omissions"] = JsonOutput.Array(report.Omissions.Select(omission =>
            (JsonNode)new JsonObject { ["rule"] = omission.Rule, ["reason"] = omission.Reason })),
    };

    private static string Name(CheckSeverity severity) => severity == CheckSeverity.Error ? "error" : "warning";
}
