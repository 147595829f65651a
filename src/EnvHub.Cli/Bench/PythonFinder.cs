using System.ComponentModel;
using System.Diagnostics;

namespace EnvHub.Cli;

/// <summary>Finds Python interpreters and asks them things.</summary>
internal static class PythonFinder
{
    /// <summary>The interpreters that may be there: the active environment's, the path's, the system's.</summary>
    public static IReadOnlyList<string> Candidates()
    {
        string? active = Environment.GetEnvironmentVariable("VIRTUAL_ENV");
        string[] named = active is null ? [] : [Path.Combine(active, "bin", "python"), Path.Combine(active, "Scripts", "python.exe")];
        string[] candidates = [.. named.Where(File.Exists), OnPath("python3") ?? OnPath("python") ?? "", "/usr/bin/python3"];
        return [.. candidates.Where(File.Exists).Distinct()];
    }

    /// <summary>Runs a program that is given on standard input.</summary>
    /// <returns>What it printed; null if it failed or took too long.</returns>
    public static string? Run(string python, string program, TimeSpan longest, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-", .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardInput.Write(program);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            if (process.WaitForExit(longest)) return process.ExitCode == 0 ? output.Result : null;
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return null;
        }
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
        .FirstOrDefault(File.Exists);
}
