using EnvHub.Numerics;
using EnvHub.TestKit;

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

    // Normalised by the statistics of training as the evaluation's were, and paid as the environment pays.
    [Test]
    public async Task Watch_TrialWithStatistics_PlaysTheEvaluationsEpisode()
    {
        var trained = await RunAsync("train", "CartPole-v1", "--steps", "3000", "--wrap", "NormalizeObservation", "--wrap", "TransformReward:scale=0.1", "--json");
        string trial = Path.Combine(trained.Json.GetProperty("runFolder").GetString()!, "dqn", "CartPole-v1", "seed-1");
        var evaluated = await RunAsync("evaluate", trial, "--episodes", "1", "--json");
        var seeds = new ulong[1];
        new RandomStreams(0).Scope("evaluation").Scope("final").FillSeeds("CartPole-v1", seeds);

        var watched = await RunAsync("watch", trial, "--seed", $"{seeds[0]}");

        double expected = evaluated.Json.GetProperty("tasks")[0].GetProperty("mean").GetDouble();
        Assert.That(watched.Output, Does.Contain($"episode 1: {expected:0} steps, return {expected:0}.0"), evaluated.ToString());
    }

    [TestCase("gymnasium/FrozenLake-v1")]
    [TestCase("gymnasium/composite_environments:Tickets-v0", "--set", "path=[\"FIXTURES\"]")]
    public async Task Watch_PythonsEnvironment_ChoosesARenderModeThatItHas(string id, params string[] settings)
    {
        Assume.That(RealPython.WithGymnasium, Is.Not.Null);
        var answer = await RunAsync(["watch", id, .. settings.Select(setting => setting.Replace("FIXTURES", Fixtures, StringComparison.Ordinal))]);

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Output, Does.Contain("episode 1  step 1").And.Contain("episode 1: "));
    }

    [Test]
    public async Task Watch_PythonsEnvironmentWithoutText_SaysWhatItOffers()
    {
        Assume.That(RealPython.WithGymnasium, Is.Not.Null);
        var answer = await RunAsync("watch", "gymnasium/CartPole-v1");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("a picture as ansi is needed here; it offers rgb_array"));
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
