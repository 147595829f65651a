using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Looks for a Python that runs Gymnasium's environments, and for PyTorch, which <c>bench</c> compares with.</summary>
internal static class PythonCheck
{
    private const string ToDo = "gymnasium/* tasks need NumPy and Gymnasium: envhub python setup.";

    public static IReadOnlyList<Check> Run()
    {
        var findings = PythonLocator.Search();
        if (findings.Count == 0) return [new("Python", CheckState.Warning, "none found;", "gymnasium/* tasks need one: install Python 3.10 or newer, then 'envhub python setup'.")];
        var chosen = findings.FirstOrDefault(finding => finding.Missing is null);
        var checks = findings.Select(finding => new Check("Python", finding == chosen ? CheckState.Ok : CheckState.Warning, PythonText.Describe(finding, finding == chosen)));
        // What is passed over is worth a warning only where nothing else does.
        return chosen is not null ? [.. checks.Select(check => check with { State = CheckState.Ok })]
            : [.. checks.Select((check, place) => place == 0 ? check with { Found = check.Found + ";", ToDo = ToDo } : check)];
    }
}
