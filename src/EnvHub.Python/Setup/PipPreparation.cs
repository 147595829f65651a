using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>Prepares a virtual environment and fills it with pip.</summary>
internal static class PipPreparation
{
    private const string Wanted = "gymnasium>=1.3,<2";

    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(25), LongestVenv = TimeSpan.FromMinutes(3), LongestInstall = TimeSpan.FromMinutes(10);

    // Another interpreter asks the same index; only a lack of its own is worth another try.
    private static readonly string[] OwnLacks = ["No module named pip", "require a different python version", "Requires-Python"];

    /// <param name="options">What to install beside Gymnasium.</param>
    /// <exception cref="HubException">EH4621 no interpreter has a pip that an index answers; EH4633 no virtual environment can be made.</exception>
    public static async Task<PythonManifest> RunAsync(string folder, PythonSetupOptions options, Action<string> tell, CancellationToken cancellation)
    {
        string wheels = Path.Combine(folder, "wheels");
        string interpreter = await FindAsync(wheels, options, tell, cancellation).ConfigureAwait(false);
        tell($"making a virtual environment of {interpreter}");
        string venv = Path.Combine(folder, "venv");
        var made = await RunAsync(interpreter, ["-m", "venv", venv], LongestVenv).ConfigureAwait(false);
        string? python = new[] { Path.Combine(venv, "bin", "python"), Path.Combine(venv, "Scripts", "python.exe") }.FirstOrDefault(File.Exists);
        if (!made.IsSuccess || python is null) throw PythonErrors.NoVenv(interpreter, Reason(made));
        tell($"installing {string.Join(", ", ["gymnasium", "numpy", .. options.Extras])}");
        string[] packages = [Wanted, "numpy", .. options.Extras];
        var installed = await RunAsync(python, ["-m", "pip", "install", "--quiet", "--timeout", "20", "--find-links", wheels, .. packages], LongestInstall).ConfigureAwait(false);
        if (!installed.IsSuccess) throw PythonErrors.NoPip(Reason(installed));
        var list = await RunAsync(python, ["-m", "pip", "list", "--format", "json"], LongestVenv).ConfigureAwait(false);
        Directory.Delete(wheels, recursive: true);
        return new() { Source = PythonSource.Pip, Interpreter = Path.GetRelativePath(folder, python), Packages = Packages(list), Extras = options.Extras };

        Task<ProcessResult> RunAsync(string python, string[] arguments, TimeSpan longest) => PipPreparation.RunAsync(python, arguments, longest, options, cancellation);
    }

    // Fetching one small package shows at once whether an index answers, before half a minute goes into an environment for nothing.
    private static async Task<string> FindAsync(string wheels, PythonSetupOptions options, Action<string> tell, CancellationToken cancellation)
    {
        string reason = "there is no Python on this machine";
        foreach (string path in options.Interpreters ?? PythonCandidates.Installed().Select(candidate => candidate.Path).Distinct())
        {
            tell($"asking the package index of {path} for gymnasium");
            string[] arguments = ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--timeout", "6", "--retries", "0", "-d", wheels, Wanted];
            var result = await RunAsync(path, arguments, LongestTrial, options, cancellation).ConfigureAwait(false);
            if (result.IsSuccess) return path;
            reason = $"{path}: {Reason(result)}";
            if (!OwnLacks.Any(lack => result.Error.Contains(lack, StringComparison.Ordinal))) break;
        }
        throw PythonErrors.NoPip(reason);
    }

    private static Task<ProcessResult> RunAsync(string python, string[] arguments, TimeSpan longest, PythonSetupOptions options, CancellationToken cancellation)
    {
        var start = new PythonInterpreter(python, "", null, null, options.PipVariables).StartInfo(arguments);
        start.Environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1";
        start.Environment["PIP_NO_INPUT"] = "1";
        return ProcessRunner.RunAsync(start, longest, cancellation: cancellation);
    }

    // The last line is often a hint or a consequence; venv writes to standard output.
    private static string Reason(ProcessResult result) => ProcessResult.Lines(result.Error + "\n" + result.Output)
        .LastOrDefault(line => line.StartsWith("ERROR:", StringComparison.Ordinal) || line.Contains("ensurepip is not", StringComparison.Ordinal)) ?? result.LastLine;

    private static IReadOnlyList<PythonPackage> Packages(ProcessResult list) => !list.IsSuccess ? [] :
        [.. JsonNode.Parse(list.Output)!.AsArray().Select(one => new PythonPackage((string)one!["name"]!, (string)one["version"]!, null))];
}
