namespace EnvHub.Plugins.TorchSharp.Tests;

/// <summary>The engine's own tests, run by a program that is started where libtorch runs: one line of it for each of its tests.</summary>
public sealed class EngineTests
{
    [TestCase("CpuContractTests", 60)]
    [TestCase("CpuPyTorchTests", 44)]
    [TestCase("EqualityTests", 40)]
    [TestCase("MemoryTests", 1)]
    public void Class_OnTheCpu_Passes(string name, int least)
    {
        string[] lines = Lines(name);
        Assert.That(lines.Where(line => line.StartsWith("Failed ", StringComparison.Ordinal)), Is.Empty);
        Assert.That(lines.Count(line => line.StartsWith("Passed ", StringComparison.Ordinal)), Is.AtLeast(least));
    }

    /// <summary>Run where a CUDA device and a libtorch that can use it are there; elsewhere passed over, with the reason.</summary>
    [TestCase("CudaContractTests")]
    [TestCase("CudaChannelsFirstContractTests")]
    [TestCase("CudaPyTorchTests")]
    [TestCase("CudaSpeedTests")]
    public void Class_OnACudaDevice_Passes(string name)
    {
        _ = RealTorch.Folder;
        if (TorchRuntime.Refusal("cuda") is { } refusal) Assert.Ignore(refusal);
        Assert.That(Lines(name).Where(line => line.StartsWith("Failed ", StringComparison.Ordinal)), Is.Empty);
    }

    private static string[] Lines(string name)
    {
        const string Program = "EnvHub.Plugins.TorchSharp.Engine";
        var result = RealTorch.Run(Path.Combine(CommandHub.Checkout, "artifacts", "bin", Program, Configuration, $"{Program}.dll"), name);
        Assert.That(result.ExitCode, Is.AnyOf(0, 1), result.Error);
        TestContext.Out.WriteLine(result.Output);
        return result.Output.Split('\n');
    }

    // The folder beside ours has the same name: debug or release.
    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
}
