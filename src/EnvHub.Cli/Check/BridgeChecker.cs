using System.Text.Json;

namespace EnvHub.Cli;

/// <summary>Examines what the hub makes of a Python environment: the copies behind the bridge, by the hub's own rules. Their names stand in
/// the report as <c>bridge:RULE</c>.</summary>
internal static class BridgeChecker
{
    private const string Prefix = "bridge:";

    // Without these there is nothing that could be stepped.
    private static readonly string[] Needed = ["class", "spaces", "reset-signature", "reset-result", "step-result", "runs"];

    /// <summary>The report of Python's side with that of the bridge after it.</summary>
    /// <param name="plan">Resolves the environment in the hub.</param>
    /// <param name="options">The bridge is played with one seed: what depends on seeds is the environment's own affair, which was examined in Python.</param>
    public static CheckReport Add(CheckReport python, Func<TaskPlan> plan, CheckOptions options)
    {
        string[] broken = [.. python.Findings.Where(finding => finding.Severity == CheckSeverity.Error).Select(finding => finding.Rule)];
        if (Needed.FirstOrDefault(broken.Contains) is { } cause)
            return python with { Omissions = [.. python.Omissions, new(Prefix + "*", $"the rule '{cause}' is broken in Python")] };
        try
        {
            var task = plan();
            return Join(python, EnvironmentChecker.Examine(new(task.Registration, task.Settings, options with { Seeds = 1 }), broken: broken));
        }
        catch (HubException refusal)
        {
            return python with { Findings = [.. python.Findings, Refused(refusal)] };
        }
    }

    /// <summary>Settings of the bridge, as <c>--set</c> takes them.</summary>
    /// <param name="arguments">Keyword arguments of <c>gymnasium.make</c>, as JSON.</param>
    /// <param name="modules">Where Python looks for modules first; null for the current folder.</param>
    public static string[] Settings(string arguments, string? modules) =>
        // One worker: starting more for each rule would take most of the time.
        [$"kwargs={arguments}", "workers=1", $"path={JsonSerializer.Serialize((string[])[Path.GetFullPath(modules ?? ".")])}"];

    private static CheckReport Join(CheckReport python, CheckReport bridge) => python with
    {
        Kept = [.. python.Kept, .. bridge.Kept.Select(rule => Prefix + rule)],
        Findings = [.. python.Findings, .. bridge.Findings.Select(finding => finding with { Rule = Prefix + finding.Rule })],
        Omissions = [.. python.Omissions, .. bridge.Omissions.Select(omission => omission with { Rule = Prefix + omission.Rule })],
    };

    private static CheckFinding Refused(HubException refusal) => new(Prefix + "spec", CheckSeverity.Warning, $"the hub refuses it: {refusal.Message}",
        "Learners reach it through the bridge alone.", "Wrap the environment as the message says, or use it in Python only.");
}
