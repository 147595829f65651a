namespace EnvHub.Python.Tests;

/// <summary>The places are the process's: each test leaves them as it found them.</summary>
public sealed class PythonLocatorTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void Forget()
    {
        PythonPlaces.Use(null, "");
        _folder.Dispose();
    }

    [Test]
    public void Candidates_NamedInterpreter_IsTheOnlyOne()
    {
        PythonPlaces.Use("/named/python", _folder.Combine("python"));

        Assert.That(PythonLocator.Candidates(), Is.EqualTo(new[] { "/named/python" }));
    }

    [Test]
    public void Candidates_VirtualEnvironmentNamed_IsItsInterpreter()
    {
        string python = _folder.Write("venv/bin/python", "");
        PythonPlaces.Use(_folder.Combine("venv"), _folder.Combine("python"));

        Assert.That(PythonLocator.Candidates(), Is.EqualTo(new[] { python }));
    }

    [Test]
    public void Candidates_PreparedFolder_ComesFirst()
    {
        Directory.CreateDirectory(_folder.Combine("python"));
        PreparedFolder.Manifest.Write(_folder.Combine("python"), new() { Source = PythonSource.Pip, Interpreter = "venv/bin/python" });
        PythonPlaces.Use(null, _folder.Combine("python"));

        Assert.That(PythonLocator.Candidates()[0], Is.EqualTo(_folder.Combine("python", "venv", "bin", "python")));
    }

    [Test]
    public void Candidates_BrokenManifest_IsPassedOver()
    {
        _folder.Write("python/envhub-python.json", "{ \"source\":");
        PythonPlaces.Use(null, _folder.Combine("python"));

        Assert.That(PythonLocator.Candidates(), Has.None.StartsWith(_folder.Combine("python")));
    }

    [Test]
    public void Search_InterpreterThatIsNone_SaysSo()
    {
        PythonPlaces.Use("/named/python", _folder.Combine("python"));

        Assert.That(PythonLocator.Search().Single().Missing, Is.EqualTo("it does not answer"));
    }

    [TestCase(null, null, "no NumPy, no Gymnasium"), TestCase("2.1", null, "no Gymnasium"), TestCase(null, "1.3.0", "no NumPy")]
    [TestCase("1.24.2", "0.29.1", "Gymnasium 0.29.1 is older than 1.0"), TestCase("1.24.2", "1.3.0", null)]
    public void Missing_Versions_SayWhatIsMissing(string? numpy, string? gymnasium, string? missing) =>
        Assert.That(new PythonInterpreter("python3", "3.11.2", numpy, gymnasium, new Dictionary<string, string>()).Missing, Is.EqualTo(missing));

    [Test]
    public void Run_ProgramThatHangs_IsEndedInTime()
    {
        var python = RealPython.WithGymnasium;

        Assert.That(python.Run("import time; time.sleep(60)", TimeSpan.FromSeconds(0.5)), Is.Null);
    }

    [Test]
    public void Run_ProgramWithArguments_GivesWhatItPrints() =>
        Assert.That(RealPython.WithGymnasium.Run("import sys; print(sys.argv[1:])", TimeSpan.FromMinutes(2), "a", "b")?.Trim(), Is.EqualTo("['a', 'b']"));
}
