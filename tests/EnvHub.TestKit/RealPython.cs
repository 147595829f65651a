using System.Diagnostics;
using EnvHub.Python;

namespace EnvHub.TestKit;

/// <summary>The real Gymnasium, to compare with.</summary>
public static class RealPython
{
    private static readonly Lazy<PythonInterpreter> Shared = new(() => PythonLocator.Find()
        ?? throw new InvalidOperationException("No Python with gymnasium was found."));

    /// <summary>A Python with NumPy and Gymnasium that computes as NumPy 2 does (NEP 50), without vector instructions that round otherwise.</summary>
    public static PythonInterpreter WithGymnasium => Shared.Value;

    /// <summary>Runs a program.</summary>
    /// <param name="program">Python source.</param>
    /// <param name="arguments"><c>sys.argv[1:]</c>.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string program, params IEnumerable<string> arguments)
    {
        var start = WithGymnasium.StartInfo(["-c", program, .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["NPY_PROMOTION_STATE"] = "weak";
        start.Environment["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return output;
    }
}
