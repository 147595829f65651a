using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>Prepares a virtual environment and fills it with pip.</summary>
internal static class PipPreparation
{
    private const string Wanted = "gymnasium>=1.3,<2";

    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(25), LongestVenv = TimeSpan.FromMinutes(3), LongestInstall = TimeSpan.FromMinutes(10);

    /// <param name="extras">Packages to install beside Gymnasium.</param>
    /// <exception cref="HubException">EH4621 no interpreter has a pip that an index answers.</exception>
    public static async Task<PythonManifest> RunAsync(string folder, IReadOnlyList<string> extras, Action<string> tell, CancellationToken cancellation)
    {
        string wheels = Path.Combine(folder, "wheels");
        string interpreter = await FindAsync(wheels, tell, cancellation).ConfigureAwait(false);
        tell($"making a virtual environment of {interpreter}");
        string venv = Path.Combine(folder, "venv");
        Demand(await RunAsync(interpreter, ["-m", "venv", venv], LongestVenv, cancellation).ConfigureAwait(false));
        string python = new[] { Path.Combine(venv, "bin", "python"), Path.Combine(venv, "Scripts", "python.exe") }.First(File.Exists);
        tell($"installing {string.Join(", ", ["gymnasium", "numpy", .. extras])}");
        Demand(await RunAsync(python, ["-m", "pip", "install", "--quiet", "--timeout", "20", "--find-links", wheels, Wanted, "numpy", .. extras],
            LongestInstall, cancellation).ConfigureAwait(false));
        var list = await RunAsync(python, ["-m", "pip", "list", "--format", "json"], LongestTrial, cancellation).ConfigureAwait(false);
        Directory.Delete(wheels, recursive: true);
        return new() { Source = PythonSource.Pip, Interpreter = Path.GetRelativePath(folder, python), Packages = Packages(list), Extras = extras };
    }

    // Fetching one small package shows at once whether an index answers, before half a minute goes into an environment for nothing.
    private static async Task<string> FindAsync(string wheels, Action<string> tell, CancellationToken cancellation)
    {
        string reason = "there is no Python on this machine";
        foreach (string path in PythonCandidates.Installed().Select(candidate => candidate.Path).Distinct())
        {
            tell($"asking the package index of {path} for gymnasium");
            var result = await RunAsync(path, ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--timeout", "6", "--retries", "0", "-d", wheels, Wanted],
                LongestTrial, cancellation).ConfigureAwait(false);
            if (result.IsSuccess) return path;
            reason = $"{path}: {result.LastLine}";
            // Another interpreter has the same index; only a missing pip is worth another try.
            if (!reason.Contains("No module named pip", StringComparison.Ordinal)) break;
        }
        throw PythonErrors.NoPip(reason);
    }

    private static Task<ProcessResult> RunAsync(string python, string[] arguments, TimeSpan longest, CancellationToken cancellation)
    {
        var start = new PythonInterpreter(python, "", null, null, new Dictionary<string, string>()).StartInfo(arguments);
        start.Environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1";
        start.Environment["PIP_NO_INPUT"] = "1";
        return ProcessRunner.RunAsync(start, longest, cancellation: cancellation);
    }

    private static void Demand(ProcessResult result)
    {
        if (!result.IsSuccess) throw PythonErrors.NoPip(result.LastLine);
    }

    private static IReadOnlyList<PythonPackage> Packages(ProcessResult list) => !list.IsSuccess ? [] :
        [.. JsonNode.Parse(list.Output)!.AsArray().Select(one => new PythonPackage((string)one!["name"]!, (string)one["version"]!, null))];
}
