using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>What <c>bench bridge</c> runs in Python: Gymnasium's own environments, and the package that steps native ones.</summary>
internal static class BridgeBaselines
{
    /// <summary>Gymnasium's own rates.</summary>
    /// <exception cref="HubException">EH5014 it fails.</exception>
    public static JsonNode Measure(PythonInterpreter python, int copies, double seconds)
    {
        // From a file, not from standard input: other processes have to read it again.
        string file = Path.Combine(Path.GetTempPath(), $"envhub-baseline-{Environment.ProcessId}.py");
        try
        {
            File.WriteAllText(file, EmbeddedProgram.Read("bridge_baselines.py"));
            return Run(python.StartInfo(file, $"{copies}", Text(seconds)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Steps per second of native copies from Python; null where the package does not lie above this executable.</summary>
    /// <exception cref="HubException">EH5014 it fails.</exception>
    public static double? FromPython(PythonInterpreter python, int copies, double seconds)
    {
        if (PackageFolder() is not { } folder || Environment.ProcessPath is not { } executable) return null;
        var start = python.StartInfo("-m", "envhub.speed", "CartPole-v1", $"{copies}", Text(seconds));
        start.Environment["PYTHONPATH"] = string.Join(Path.PathSeparator, ((string[])[folder, start.Environment.TryGetValue("PYTHONPATH", out string? path) ? path ?? "" : ""]).Where(part => part.Length > 0));
        start.Environment["ENVHUB_EXECUTABLE"] = executable;
        return (double)Run(start)["stepsPerSecond"]!;
    }

    private static string? PackageFolder()
    {
        for (string? folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "src", "python", "envhub", "speed.py"))) return Path.Combine(folder, "src", "python");
        return null;
    }

    private static JsonNode Run(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonNode.Parse(output)! : throw CliErrors.NoBaseline(error.Result.TrimEnd());
    }

    private static string Text(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
