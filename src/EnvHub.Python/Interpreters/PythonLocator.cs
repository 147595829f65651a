using System.ComponentModel;
using System.Diagnostics;

namespace EnvHub.Python;

/// <summary>Finds Python interpreters.</summary>
public static class PythonLocator
{
    // Prints version, NumPy's and Gymnasium's, a line each; empty where missing.
    private const string Question = """
        import platform
        from importlib import metadata
        def version(name):
            try: return metadata.version(name)
            except Exception:
                try: return __import__(name).__version__
                except Exception: return ""
        print(platform.python_version(), version("numpy"), version("gymnasium"), sep="\n")
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The first interpreter with NumPy and Gymnasium; null where there is none.</summary>
    public static PythonInterpreter? Find() =>
        Candidates().Select(path => Ask(path)).FirstOrDefault(python => python is { NumPy: not null, Gymnasium: not null });

    /// <summary>The interpreters that may be there: the active environment's, the path's, the system's.</summary>
    public static IReadOnlyList<string> Candidates()
    {
        string? active = System.Environment.GetEnvironmentVariable("VIRTUAL_ENV");
        string[] named = active is null ? [] : [Path.Combine(active, "bin", "python"), Path.Combine(active, "Scripts", "python.exe")];
        string[] candidates = [.. named, OnPath("python3") ?? OnPath("python") ?? "", "/usr/bin/python3"];
        return [.. candidates.Where(File.Exists).Distinct()];
    }

    /// <summary>What an interpreter has; null if it does not answer.</summary>
    public static PythonInterpreter? Ask(string path, IReadOnlyDictionary<string, string>? environment = null)
    {
        var python = new PythonInterpreter(path, "", null, null, environment ?? new Dictionary<string, string>());
        var start = python.StartInfo("-c", Question);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            return process.ExitCode == 0 && output.Result.Split('\n') is [var version, var numpy, var gymnasium, ..]
                ? python with { Version = version.Trim(), NumPy = OrNull(numpy), Gymnasium = OrNull(gymnasium) } : null;
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return null;
        }
    }

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } value ? value : null;

    private static string? OnPath(string name) => (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => (string[])[Path.Combine(folder, name), Path.Combine(folder, name + ".exe")])
        .FirstOrDefault(File.Exists);
}
