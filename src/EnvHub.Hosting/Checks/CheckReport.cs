namespace EnvHub.Hosting;

/// <summary>What an examination of one environment came to.</summary>
/// <param name="Id">The environment's.</param>
/// <param name="Kept">Names of the rules that found nothing.</param>
/// <param name="Findings">In the order of the rules.</param>
/// <param name="Omissions">Rules that were not examined.</param>
public sealed record CheckReport(
    string Id, IReadOnlyList<string> Kept, IReadOnlyList<CheckFinding> Findings, IReadOnlyList<CheckOmission> Omissions)
{
    /// <summary>Whether there is anything worse than a warning.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == CheckSeverity.Error);
}
