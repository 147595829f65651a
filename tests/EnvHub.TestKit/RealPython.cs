using EnvHub.Python;
using EnvHub.Setup;

namespace EnvHub.TestKit;

/// <summary>The real Gymnasium, to compare with.</summary>
public static class RealPython
{
    // What tests ask for beside Gymnasium; one set-up brings all of it.
    private static readonly string[] Extras = ["onnx"];

    // A program that hangs is to fail its test, not to hold all others up.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly Lazy<PythonInterpreter> Shared = new(Prepare);
    private static readonly Lazy<PythonInterpreter> Furnished = new(Furnish);

    /// <summary>A Python with NumPy and Gymnasium; prepared in the checkout's <c>artifacts/python</c> where the machine has none, once for all
    /// test projects. Fails the test where that fails.</summary>
    public static PythonInterpreter WithGymnasium => Shared.Value;

    /// <summary>The same with the package <c>onnx</c> (1.12 on Debian 12: helper, checker and shape inference; no reference evaluator), which only tests need.</summary>
    public static PythonInterpreter WithOnnx => Furnished.Value;

    /// <summary>Runs a program, computing as NumPy 2 does (NEP 50), without vector instructions that round otherwise.</summary>
    /// <param name="program">Python source.</param>
    /// <param name="arguments"><c>sys.argv[1:]</c>.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string program, params IEnumerable<string> arguments) => Run(WithGymnasium, program, arguments);

    /// <summary>The same in a given interpreter.</summary>
    public static string Run(PythonInterpreter python, string program, params IEnumerable<string> arguments)
    {
        var start = python.StartInfo(["-c", program, .. arguments]);
        python.ComputeAsNumPy2(start);
        var result = ProcessRunner.Run(start, Longest);
        Assert.That(result.IsSuccess, result.Error);
        return result.Output;
    }

    private static PythonInterpreter Prepare()
    {
        // Plugins and processes that these tests start find it too.
        string folder = System.Environment.GetEnvironmentVariable(PythonPlaces.FolderVariable) ?? Path.Combine(Checkout(), "artifacts", "python");
        System.Environment.SetEnvironmentVariable(PythonPlaces.FolderVariable, folder);
        return PythonLocator.Find() ?? Setup(folder);
    }

    // A Python that is there already is nobody's to change: where it lacks an extra, tests get a folder beside it.
    private static PythonInterpreter Furnish()
    {
        var shared = WithGymnasium;
        return Extras.All(name => shared.Run($"import {name}", TimeSpan.FromSeconds(60)) is not null)
            ? shared : Setup(Path.Combine(Checkout(), "artifacts", "python-extras"));
    }

    private static PythonInterpreter Setup(string folder) => Task.Run(() =>
        PythonSetup.RunAsync(new() { Folder = folder, Extras = Extras }, TestContext.Progress.WriteLine)).GetAwaiter().GetResult().Python;

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EnvHub.sln"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
