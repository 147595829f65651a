namespace EnvHub.Hosting;

/// <summary>What one rule found in an environment.</summary>
/// <param name="Rule">The rule's name, e.g. <c>determinism</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Found">What was seen, with values.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="ToDo">What the author should do.</param>
public sealed record CheckFinding(string Rule, CheckSeverity Severity, string Found, string Why, string ToDo);
