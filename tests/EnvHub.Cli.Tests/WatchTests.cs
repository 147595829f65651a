namespace EnvHub.Cli.Tests;

public sealed class WatchTests : HubFixture
{
    [Test]
    public async Task Watch_WithoutTerminal_WritesTextPictures()
    {
        var answer = await RunAsync("watch", "CartPole-v1", "--episodes", "2");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Output, Does.Contain("episode 1  step 0  return 0").And.Contain("episode 2: ").And.Not.Contain("\e["));
    }

    [Test]
    public async Task Watch_Gif_RefusesToOverwriteUnlessForced()
    {
        string file = Path.Combine(Path.GetDirectoryName(HubFile)!, "a.gif");
        var first = await RunAsync("watch", "CartPole-v1", "--gif", file);
        var second = await RunAsync("watch", "CartPole-v1", "--gif", file);
        var forced = await RunAsync("watch", "CartPole-v1", "--gif", file, "--force");

        Assert.That((first.Code, second.Code, forced.Code), Is.EqualTo((ExitCode.Ok, ExitCode.Usage, ExitCode.Ok)), second.ToString());
        Assert.That(second.Error, Does.Contain("EH5041"));
        Assert.That((await File.ReadAllBytesAsync(file)).Take(6), Is.EqualTo("GIF89a"u8.ToArray()));
        Assert.That(File.Exists(file + ".part"), Is.False);
    }

    [TestCase("CartPole-v1", "--mode", "rgb_array", "EH5045")]
    [TestCase("CartPole-v1", "--task", "x", "EH5044")]
    [TestCase("CartPole-v1", "--fps", "0", "EH5000")]
    public async Task Watch_UnfitOptions_AreRefused(string id, string option, string value, string code)
    {
        var answer = await RunAsync("watch", id, option, value);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage), answer.ToString());
        Assert.That(answer.Error, Does.Contain(code));
    }
}
