using System.Diagnostics;

namespace EnvHub.Python;

/// <summary>A Python that answered, and what it has.</summary>
/// <param name="Path">The executable.</param>
/// <param name="Version">Its own, e.g. 3.11.2.</param>
/// <param name="NumPy">NumPy's version; null where it has none.</param>
/// <param name="Gymnasium">Gymnasium's version; null where it has none.</param>
/// <param name="Environment">Environment variables that it needs to find them, e.g. <c>PYTHONPATH</c>; empty for none.</param>
public sealed record PythonInterpreter(
    string Path, string Version, string? NumPy, string? Gymnasium, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>How to start it, with its environment variables and nothing redirected.</summary>
    public ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { UseShellExecute = false };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return start;
    }
}
