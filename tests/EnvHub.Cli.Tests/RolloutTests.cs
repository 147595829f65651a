namespace EnvHub.Cli.Tests;

public sealed class RolloutTests : HubFixture
{
    // Source: Gymnasium 1.4.0's own environments, 2000 steps, by the rule of EnvHub.Evaluation.TrajectoryHash.
    [TestCase("CartPole-v1", "0", "2e959b220b714d56853ba1e913ef3f8626213efae363945c4e941a4c0ccd992c")]
    [TestCase("CartPole-v1", "11", "9c3e1d23acd9f3fd41c183bbba9210ad581ec57b3d7c7a8b73e6debe4e2fbe75")]
    [TestCase("MountainCar-v0", "0", "12ba09e0d280a47741dad42ed16bcd220eeb674b450ed4e2be93eca0369110bc")]
    [TestCase("Acrobot-v1", "0", "755b740b62874befd384fec71f396a73f51d505e2764402ef88d5b0d176bf0bb")]
    public async Task Rollout_Hash_EqualsGymnasiums(string id, string seed, string sha256)
    {
        var answer = await RunAsync("rollout", id, "--seed", seed, "--steps", "2000", "--hash");

        Assert.That(answer.Output, Does.Contain(sha256), answer.ToString());
    }

    [Test]
    public async Task Rollout_OtherSettings_GivesAnotherTrajectory()
    {
        var usual = await RunAsync("rollout", "CartPole-v1", "--hash", "--json");
        var heavy = await RunAsync("rollout", "CartPole-v1", "--hash", "--json", "--set", "gravity=20");

        Assert.That(heavy.Json.GetProperty("sha256").GetString(), Is.Not.EqualTo(usual.Json.GetProperty("sha256").GetString()));
    }

    [Test]
    public async Task Rollout_BadSettings_NamesAllFaultsAtOnce()
    {
        var answer = await RunAsync("rollout", "CartPole-v1", "--set", "gravity=heavy", "--set", "lenght=1");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("$.settings.gravity").And.Contain("lenght"));
    }

    [Test]
    public async Task Rollout_MisspeltId_SuggestsTheRightOne()
    {
        var answer = await RunAsync("rollout", "CartPool-v1");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("CartPole"));
    }
}
