using System.Diagnostics;

namespace EnvHub.Python.Tests;

[TestFixture]
[Platform(Exclude = "Win", Reason = "The processes are shells.")]
public class ProcessRunnerTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Test]
    public async Task RunAsync_OutputHeldOpenAfterTheEnd_GivesWhatWasWritten()
    {
        // The sleeper inherits both streams and goes on after the shell has ended.
        var result = await ProcessRunner.RunAsync(Shell("echo answer; echo why >&2; sleep 60 & exit 3"), Longest, "", TimeSpan.FromMilliseconds(500), default);
        Assert.That((result.ExitCode, result.Output, result.Error), Is.EqualTo(((int?)3, "answer\n", "why\n")));
    }

    [Test]
    public async Task RunAsync_EndsWithoutReadingItsInput_GivesItsAnswer()
    {
        var result = await ProcessRunner.RunAsync(Shell("echo answer; exec 0<&-; exit 4"), Longest, new string('x', 1 << 20));
        Assert.That((result.ExitCode, result.Output), Is.EqualTo(((int?)4, "answer\n")));
    }

    [Test]
    public async Task RunAsync_LongerThanAllowed_IsEndedAndSaysSo()
    {
        var result = await ProcessRunner.RunAsync(Shell("exec sleep 60"), TimeSpan.FromMilliseconds(200));
        Assert.That((result.ExitCode, result.Error), Is.EqualTo(((int?)null, "it took longer than 0 s and was ended")));
    }

    [Test]
    public void RunAsync_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.That(async () => await ProcessRunner.RunAsync(Shell("exec sleep 60"), Longest, "", cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static ProcessStartInfo Shell(string program) => new("/bin/sh", ["-c", program]);
}
