namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>What a record says of the Python that computed an environment.</summary>
public sealed class SoftwareTests
{
    [Test]
    public void Describe_Environment_NamesPythonAndItsPackagesAsTheyAreInstalled()
    {
        var python = RealPython.WithGymnasium;

        var software = WorkerQuestions.Describe("CartPole-v1", new GymnasiumSettings()).Software;

        Assert.That(software, Has.Member($"numpy {python.NumPy}").And.Member($"gymnasium {python.Gymnasium}"));
        Assert.That(software[0], Is.EqualTo($"Python {RealPython.Run("import platform; print(platform.python_version())").Trim()}"));
    }

    [Test]
    public void Describe_ModuleWithoutAVersion_IsKnownByItsSource()
    {
        string fixtures = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures"), file = Path.Combine(fixtures, "faulty_envs.py");
        string checksum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));

        var software = WorkerQuestions.Describe("faulty_envs:Faulty-v0", RealWorkers.With(new() { Path = [fixtures] })).Software;

        Assert.That(software, Has.Member($"faulty_envs sha256:{checksum}"));
    }
}
