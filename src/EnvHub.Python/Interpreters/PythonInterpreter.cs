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
    // Gymnasium 1.0 changed vector environments and wrappers; the bridge speaks the newer form.
    private const int OldestGymnasium = 1;
    private const string ModulesVariable = "PYTHONPATH";

    /// <summary>PyTorch's version; null where it has none. Only baselines ask for it.</summary>
    public string? Torch { get; init; }

    /// <summary>What keeps it from running Gymnasium's environments; null for nothing.</summary>
    public string? Missing => (NumPy, Gymnasium) switch
    {
        (null, null) => "no NumPy, no Gymnasium",
        (null, _) => "no NumPy",
        (_, null) => "no Gymnasium",
        _ when Major(Gymnasium) < OldestGymnasium => $"Gymnasium {Gymnasium} is older than {OldestGymnasium}.0",
        _ => null,
    };

    /// <summary>How to start it, with its environment variables and nothing redirected.</summary>
    public ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { UseShellExecute = false };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return start;
    }

    /// <summary>Has Python look for modules in a folder before all others.</summary>
    public static void LookFirstIn(string folder, ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        string? others = start.Environment.TryGetValue(ModulesVariable, out string? path) ? path : null;
        start.Environment[ModulesVariable] = string.IsNullOrEmpty(others) ? folder : $"{folder}{System.IO.Path.PathSeparator}{others}";
    }

    /// <summary>Runs a program that is given on standard input.</summary>
    /// <param name="program">Python source.</param>
    /// <param name="longest">After this it is ended.</param>
    /// <param name="arguments"><c>sys.argv[1:]</c>.</param>
    /// <returns>What it printed; null if it failed or took too long.</returns>
    public string? Run(string program, TimeSpan longest, params IEnumerable<string> arguments)
    {
        var result = ProcessRunner.Run(StartInfo(["-", .. arguments]), longest, program);
        return result.IsSuccess ? result.Output : null;
    }

    // An unreadable version is taken for a new one: the worker's own check says more.
    private static int Major(string version) => int.TryParse(version.Split('.')[0], out int major) ? major : OldestGymnasium;

    /// <summary>Has a NumPy before 2 promote types as NumPy 2 does (NEP 50), and compute sines and cosines as the C library does: native
    /// environments equal Gymnasium so. Does nothing for a newer one; what <paramref name="start"/> already says stays.</summary>
    public void ComputeAsNumPy2(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (NumPy?.StartsWith("1.", StringComparison.Ordinal) != true) return;
        start.Environment.TryAdd("NPY_PROMOTION_STATE", "weak");
        start.Environment.TryAdd("NPY_DISABLE_CPU_FEATURES", "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL");
        // NumPy warns of each of these that the machine does not have.
        start.Environment.TryAdd("PYTHONWARNINGS", "ignore:During parsing environment variable");
    }
}
