namespace EnvHub.Hosting;

/// <summary>Examines an environment of the hub.</summary>
/// <remarks>Source: the rules of <c>gymnasium.utils.env_checker</c> and <c>passive_env_checker</c>, and the promises of
/// <see cref="IVectorEnvironment"/>. Differs: bits are compared, not numbers within a tolerance; whole episodes, not one step; generators
/// after equal actions and the spaces of two environments are truly compared.</remarks>
public static class EnvironmentChecker
{
    /// <summary>Examines every rule; never fails for the environment's sake.</summary>
    /// <param name="rules">Null for <see cref="CheckRules.All"/>.</param>
    /// <param name="broken">Names of rules whose faults are known already: they, and those after them, are not examined. Null for none.</param>
    public static CheckReport Examine(CheckSubject subject, IReadOnlyList<CheckRule>? rules = null, IEnumerable<string>? broken = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var (kept, findings, omissions) = (new List<string>(), new List<CheckFinding>(), new List<CheckOmission>());
        var known = new HashSet<string>(broken ?? []);
        foreach (var rule in rules ?? CheckRules.All)
        {
            if (rule.After.Prepend(rule.Name).FirstOrDefault(known.Contains) is { } cause)
            {
                omissions.Add(new(rule.Name, $"the rule '{cause}' is broken or was not examined, which would show here again"));
                known.Add(rule.Name);
            }
            else if (rule.Omit(subject) is { } reason) omissions.Add(new(rule.Name, reason));
            else
            {
                var found = Examine(rule, subject);
                findings.AddRange(found);
                if (found.Any(finding => finding.Severity == CheckSeverity.Error)) known.Add(rule.Name);
                if (found.Count == 0) kept.Add(rule.Name);
            }
        }
        return new(subject.Registration.Id.ToString(), kept, findings, omissions);
    }

    private static List<CheckFinding> Examine(CheckRule rule, CheckSubject subject)
    {
        var found = new List<CheckFinding>();
        try
        {
            found.AddRange(rule.Examine(subject));
        }
#pragma warning disable CA1031 // Whatever an environment throws is what was found.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            found.Add(rule.Error($"{fault.GetType().Name}: {fault.Message}"));
        }
        return found;
    }
}
