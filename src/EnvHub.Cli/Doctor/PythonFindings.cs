using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Looks for a Python that runs Gymnasium's environments, and for PyTorch, which <c>bench</c> compares with.</summary>
internal static class PythonFindings
{
    private const string ToDo = "gymnasium/* tasks need NumPy and Gymnasium: envhub python setup.";

    public static IReadOnlyList<Finding> Run()
    {
        var findings = PythonLocator.Search();
        if (findings.Count == 0) return [new("Python", FindingState.Warning, "none found;", "gymnasium/* tasks need one: install Python 3.10 or newer, then 'envhub python setup'.")];
        var chosen = findings.FirstOrDefault(finding => finding.Missing is null);
        var lines = findings.Select(finding => new Finding("Python", finding == chosen ? FindingState.Ok : FindingState.Warning, PythonText.Describe(finding, finding == chosen)));
        // What is passed over is worth a warning only where nothing else does.
        return chosen?.Python is { } python ? [.. lines.Select(line => line with { State = FindingState.Ok }), InProcess(python)]
            : [.. lines.Select((line, place) => place == 0 ? line with { Found = line.Found + ";", ToDo = ToDo } : line)];
    }

    // Who steps Python in workers, as the default is, misses nothing.
    private static Finding InProcess(PythonInterpreter python) => LibPython.Of(python) switch
    {
        { File: { } file } => new("in-process", FindingState.Ok, $"{file}, for \"host\": \"in-process\""),
        { } none => new("in-process", FindingState.Ok, $"{python.Path} has no {none.Name}; workers do without it.", $"\"host\": \"in-process\" needs it: install {none.Package}."),
        null => new("in-process", FindingState.Ok, $"{python.Path} does not say where its library is; workers do without it."),
    };
}
