namespace EnvHub.Python.Tests;

/// <summary>The whole way on a machine without NumPy; it needs the distribution's mirror and takes half a minute, so it is asked for by name.</summary>
[Explicit]
public sealed class BareMachineTests
{
    private static readonly string[] Hidden =
    [
        "python3-numpy", "python3-cloudpickle", "python3-typing-extensions", "python3-pkg-resources", "libblas3", "liblapack3", "libgfortran5",
        "libquadmath0", "libopenblas0-pthread", "libopenblas0", "libopenblas-dev", "libopenblas-pthread-dev",
    ];

    [Test]
    public async Task RunAsync_NothingInstalled_BringsAllThatGymnasiumNeeds()
    {
        using var folder = new TemporaryFolder();

        var result = await PythonSetup.RunAsync(
            new() { Folder = folder.Combine("python"), Source = PythonSource.Debian, Without = Hidden }, TestContext.Progress.WriteLine);

        foreach (var package in result.Manifest.Packages) await TestContext.Out.WriteLineAsync($"{package}");
        foreach (var variable in result.Python.Environment) await TestContext.Out.WriteLineAsync($"{variable}");
        Assert.That(result.Manifest.Packages.Select(package => package.Name), Is.SupersetOf(new[] { "python3-gymnasium", "python3-numpy", "libblas3", "liblapack3" }));
        Assert.That(result.Python.Missing, Is.Null);
    }
}
