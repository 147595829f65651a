using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EnvHub.Python;
using EnvHub.Setup;

namespace EnvHub.Cli;

/// <summary>What <c>bench bridge</c> runs in Python: Gymnasium's own environments, and the package that steps native ones.</summary>
internal static class BridgeBaselines
{
    // Starting Python and its processes, and what is measured one after the other.
    private static readonly TimeSpan Overhead = TimeSpan.FromMinutes(2);
    private const int MostMeasurements = 10;

    /// <summary>Gymnasium's own rates.</summary>
    /// <exception cref="HubException">EH5014 it fails.</exception>
    public static JsonNode Measure(PythonInterpreter python, int copies, double seconds)
    {
        // From a file, not from standard input: other processes have to read it again.
        string file = Path.Combine(Path.GetTempPath(), $"envhub-baseline-{Environment.ProcessId}.py");
        try
        {
            File.WriteAllText(file, EmbeddedProgram.Read("bridge_baselines.py"));
            return Run(python.StartInfo(file, $"{copies}", Text(seconds)), seconds);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Steps per second of native copies from Python, by autoreset mode; null where the package does not lie above this executable, or it was built without one.</summary>
    /// <exception cref="HubException">EH5014 it fails.</exception>
    public static (double NextStep, double SameStep)? FromPython(PythonInterpreter python, int copies, double seconds)
    {
        if (PackageFolder() is not { } folder || !File.Exists(Executable)) return null;
        var start = python.StartInfo("-m", "envhub.speed", "CartPole-v1", $"{copies}", Text(seconds));
        PythonInterpreter.LookFirstIn(folder, start);
        start.Environment["ENVHUB_EXECUTABLE"] = Executable;
        // This hub is to be measured, not one that listens.
        start.Environment.Remove("ENVHUB_ADDRESS");
        var rates = Run(start, seconds);
        return ((double)rates["nextStep"]!, (double)rates["sameStep"]!);
    }

    // Not the process's own path, which is dotnet's for 'dotnet envhub.dll'.
    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "envhub.exe" : "envhub");

    private static string? PackageFolder() => ParentFolders.Of(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "src", "python"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "envhub", "speed.py")));

    private static JsonNode Run(ProcessStartInfo start, double seconds)
    {
        var result = ProcessRunner.Run(start, Overhead + TimeSpan.FromSeconds(MostMeasurements * seconds));
        return result.IsSuccess ? JsonNode.Parse(result.Output)! : throw CliErrors.NoBaseline(result.Error.TrimEnd());
    }

    private static string Text(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
