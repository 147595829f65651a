using System.Diagnostics;

namespace EnvHub.Cli.Tests;

/// <summary>Where the system has too little, a sentence names it, and no trace of the program's insides is shown.</summary>
[Platform("Linux")]
public sealed class ScarcityTests : HubFixture
{
    [TestCase(64)]
    [TestCase(128)]
    [TestCase(255)]
    public void Run_FewDescriptors_NamesThem(int count) =>
        AssertShort($"ulimit -n {count}", "list learners", $"EH5051 envhub: file descriptors are short: this process may have {count} files open");

    [Test]
    public void Run_OutputToAFullDisk_NamesIt() => AssertShort("exec > /dev/full", "list learners", "EH5050 envhub: The disk is full");

    [Test]
    public void Train_MoreThanTheHeapMayHold_NamesMemory() => AssertShort(
        "export DOTNET_GCHeapHardLimit=0x4000000; exec 2>&1", "train CartPole-v1 --steps 200 --set bufferCapacity=10000000", "failed: Memory is short");

    private void AssertShort(string limit, string verb, string message)
    {
        string hub = Path.Combine(AppContext.BaseDirectory, "envhub.dll");
        // Output goes where errors do: what is written last is what a user sees.
        var start = new ProcessStartInfo("bash", ["-c", $"{limit}; exec dotnet '{hub}' {verb} --hub '{HubFile}'"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        string text = process.StandardError.ReadToEnd() + output.Result;
        process.WaitForExit();

        Assert.That(text, Does.Contain(message).And.Not.Contain("   at ").And.Not.Contain("Exception"));
        Assert.That(process.ExitCode, Is.EqualTo(ExitCode.Failed));
    }
}
