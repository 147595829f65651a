namespace EnvHub.Cli;

/// <summary>Looks for a Python with Gymnasium and PyTorch, which <c>bench</c> compares with.</summary>
internal static class PythonCheck
{
    // Asks for the modules' places without loading them, which takes seconds.
    private const string Program =
        "import importlib.util, platform\n"
        + "print(platform.python_version(), *(m for m in ('numpy', 'gymnasium', 'torch') if importlib.util.find_spec(m)))\n";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static Check Run()
    {
        var found = PythonFinder.Candidates().AsParallel().AsOrdered().Select(python => (Python: python, Answer: PythonFinder.Run(python, Program, Longest)?.Trim().Split(' ')))
            .Where(one => one.Answer is not null).ToArray();
        if (found.Length == 0) return new("Python", CheckState.Warning, "none found;", "nothing needs it but the baselines of 'envhub bench'.");
        string text = string.Join("; ", found.Select(one => $"{one.Python} {one.Answer![0]} with {(one.Answer.Length > 1 ? string.Join(", ", one.Answer[1..]) : "none of numpy, gymnasium, torch")}"));
        return found.Any(one => one.Answer!.Contains("gymnasium") && one.Answer!.Contains("torch"))
            ? new("Python", CheckState.Ok, text)
            : new("Python", CheckState.Warning, text + ";", "the baselines of 'envhub bench' need gymnasium and torch: pip install gymnasium torch.");
    }
}
