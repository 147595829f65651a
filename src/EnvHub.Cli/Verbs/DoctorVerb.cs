using System.CommandLine;

namespace EnvHub.Cli;

/// <summary><c>envhub doctor</c>: is everything there that the hub needs?</summary>
internal static class DoctorVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var json = CommonOptions.Json();
        var verb = new Command("doctor", "Check hub.json, plugins, .NET, hardware, Python and the runs folder.") { json };
        verb.SetAction(parsed =>
        {
            var findings = Examination.Run(parsed.GetValue(hub));
            if (parsed.GetValue(json)) JsonOutput.Write(terminal, FindingText.ToJson(findings));
            else FindingText.Write(terminal, findings);
            return findings.Any(finding => finding.State == FindingState.Fault) ? ExitCode.Failed : ExitCode.Ok;
        });
        return verb;
    }
}
