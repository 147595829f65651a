namespace EnvHub.Cli.Tests;

public sealed class RolloutTests : HubFixture
{
    // Source: Gymnasium 1.4.0's own environments, 2000 steps, by the rule of EnvHub.Evaluation.TrajectoryHash.
    [TestCase("CartPole-v1", "0", "2e959b220b714d56853ba1e913ef3f8626213efae363945c4e941a4c0ccd992c")]
    [TestCase("CartPole-v1", "11", "9c3e1d23acd9f3fd41c183bbba9210ad581ec57b3d7c7a8b73e6debe4e2fbe75")]
    [TestCase("MountainCar-v0", "0", "12ba09e0d280a47741dad42ed16bcd220eeb674b450ed4e2be93eca0369110bc")]
    [TestCase("Acrobot-v1", "0", "755b740b62874befd384fec71f396a73f51d505e2764402ef88d5b0d176bf0bb")]
    [TestCase("Pendulum-v1", "0", "ee0c64c55de50d7032ac0971ee8d1caf988b246b26c15f35ec79075e06a0d5cb")]
    [TestCase("MountainCarContinuous-v0", "0", "5a64fa2f03841fe4b0069316af7b039feb40521fa9e79a4710877c88fee62172")]
    [TestCase("FrozenLake-v1", "0", "b2c2571a92326dd5d6cdc290eac33b5019a9cb0918d9348d5828080aea3b9222")]
    [TestCase("FrozenLake8x8-v1", "0", "6eb9ffcc16079df9886c9212486bbdedd0ec7f655b5eaaaa24a95fc6d7b00775")]
    [TestCase("CliffWalking-v1", "0", "eb94612df1c7a85643fe5acdc392247c61af6a15d85b43bed2234728f0004493")]
    [TestCase("CliffWalkingSlippery-v1", "0", "b9ac9d302a7c7d66af28d5b929764ad27a04cda9dd487b21be334bdd40c71bd0")]
    [TestCase("Taxi-v4", "0", "0bc743134a4d2ec7255caa65dc07dfdb9f6488111fa6ad51bb0d9b1d85504d17")]
    [TestCase("Blackjack-v1", "0", "e1395e09cc001b0806d3d626e99a5891e6926b70ea6c85a6af57bafa6f81c9a0")]
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
