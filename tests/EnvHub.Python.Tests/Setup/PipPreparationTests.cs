namespace EnvHub.Python.Tests;

/// <summary>The way by pip, with the real pip and venv of an interpreter and an index in a folder.</summary>
[Platform("Linux")]
public sealed class PipPreparationTests
{
    private TemporaryFolder _folder = null!;
    private WheelIndex _index = null!;

    [SetUp]
    public void MakeIndex()
    {
        _folder = new TemporaryFolder();
        _index = new WheelIndex(_folder);
        _folder.Write("simple/index.html", "<html></html>");
    }

    [TearDown]
    public void RemoveIndex() => _folder.Dispose();

    [Test]
    public async Task RunAsync_IndexThatAnswers_MakesAVirtualEnvironmentThatRunsCartPole()
    {
        AssumeVenv();
        string[] modules = Modules();
        _index.Add("gymnasium", RealPython.WithGymnasium.Gymnasium!, modules, "numpy");
        _index.Add("numpy", RealPython.WithGymnasium.NumPy!, modules);
        _index.Add("some_extra", "1.2", []);

        var result = await Setup(RealPython.WithGymnasium.Path, extras: "Some_Extra");

        Assert.That((result.Python.Path, result.Manifest.Source), Is.EqualTo((_folder.Combine("python/venv/bin/python"), PythonSource.Pip)));
        Assert.That(result.Manifest.Packages.Select(package => package.Name.Replace('_', '-')), Is.SupersetOf(new[] { "gymnasium", "numpy", "some-extra" }));
        Assert.That((result.Manifest.Gymnasium, result.Manifest.Extras), Is.EqualTo((RealPython.WithGymnasium.Gymnasium, new[] { "some-extra" })));
        Assert.That(Left(), Is.EquivalentTo(new[] { "python", "python.lock", "simple" }));
    }

    [Test]
    public async Task RunAsync_IndexThatIsNotThere_SaysSo() =>
        await Refuses("EH4621", "gymnasium", variables: new() { ["PIP_INDEX_URL"] = "http://127.0.0.1:9/simple" });

    [Test]
    public async Task RunAsync_IndexWithoutGymnasium_SaysSo() => await Refuses("EH4621", "No matching distribution found for gymnasium");

    [Test]
    public async Task RunAsync_BrokenWheel_SaysSo()
    {
        _index.AddBroken("gymnasium", "1.3.0");

        await Refuses("EH4621", "gymnasium");
    }

    [Test]
    public async Task RunAsync_PythonWithoutVenv_SaysWhatToInstall()
    {
        _index.Add("gymnasium", "1.3.0", []);
        // As Debian's python3 without python3-venv answers.
        string python = Script("""if [ "$2" = venv ]; then echo "The virtual environment was not created successfully because ensurepip is not available."; echo "Failing command: x"; exit 1; fi""");

        await Refuses("EH4633", "ensurepip is not available", python);
    }

    [Test]
    public async Task RunAsync_PythonThatIsTooOld_AsksTheNext()
    {
        string old = Script("""echo "ERROR: Ignored the following versions that require a different python version: 1.3.0 Requires-Python >=3.10" >&2; exit 1""");
        var told = new List<string>();

        await Assert.ThrowsAsync<HubException>(() => PythonSetup.RunAsync(Options([old, RealPython.WithGymnasium.Path], []), told.Add));

        Assert.That(told.Count(line => line.StartsWith("asking", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    private async Task Refuses(string code, string reason, string? python = null, Dictionary<string, string>? variables = null)
    {
        var fault = await Assert.ThrowsAsync<HubException>(() => PythonSetup.RunAsync(Options([python ?? RealPython.WithGymnasium.Path], [], variables), _ => { }));

        Assert.That(fault!.Message, Does.StartWith(code).And.Contain(reason));
        Assert.That(Left(), Has.None.StartsWith("python.new").And.None.EqualTo("python"));
    }

    private Task<PythonSetupResult> Setup(string python, params string[] extras) => PythonSetup.RunAsync(Options([python], extras), TestContext.Progress.WriteLine);

    private PythonSetupOptions Options(string[] interpreters, string[] extras, Dictionary<string, string>? variables = null) => new()
    {
        Folder = _folder.Combine("python"),
        Source = PythonSource.Pip,
        Extras = extras,
        Interpreters = interpreters,
        PipVariables = variables ?? new() { ["PIP_INDEX_URL"] = _index.Url, ["PIP_CONFIG_FILE"] = "/dev/null" },
    };

    private IEnumerable<string?> Left() => Directory.GetFileSystemEntries(_folder.Combine(".")).Select(Path.GetFileName).Where(name => name != "scripts");

    // An interpreter that answers one order in its own way and all others as the real one.
    private string Script(string order)
    {
        string file = _folder.Write("scripts/python3", $"#!/bin/sh\n{order}\nexec {RealPython.WithGymnasium.Path} \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    private static string[] Modules() => RealPython.Run("""
        import os, numpy, gymnasium, cloudpickle, farama_notifications, typing_extensions
        for module in numpy, gymnasium, cloudpickle, farama_notifications: print(os.path.dirname(os.path.dirname(module.__file__)))
        print(os.path.dirname(typing_extensions.__file__))
        """).Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();

    private static void AssumeVenv() => Assume.That(RealPython.WithGymnasium.Run("import ensurepip, venv", TimeSpan.FromSeconds(20)), Is.Not.Null,
        "this interpreter makes no virtual environments");
}
