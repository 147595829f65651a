using System.Text.Json;

namespace EnvHub.Cli.Tests;

public sealed class WrapTests : HubFixture
{
    [Test]
    public async Task ListWrappers_RealPlugins_NamesThem()
    {
        var answer = await RunAsync("list", "wrappers", "--json");

        Assert.That(answer.Json.EnumerateArray().Select(wrapper => wrapper.GetProperty("name").GetString()),
            Is.SupersetOf(new[] { "ClipAction", "ClipReward", "DiscretizeAction", "FrameStack", "TimeLimit" }));
    }

    // Every step of CartPole is paid 1; an episode of random actions lasts 8 steps or more.
    [Test]
    public async Task Rollout_Wrapped_StepsTheWrappers()
    {
        var answer = await RunAsync("rollout", "CartPole-v1", "--steps", "100", "--wrap", "TimeLimit:max_episode_steps=5", "--wrap", "TransformReward:scale=2", "--json");

        Assert.That((answer.Json.GetProperty("episodes").GetInt32(), answer.Json.GetProperty("meanReturn").GetDouble()), Is.EqualTo((20, 10.0)));
    }

    [Test]
    public async Task Rollout_WrapperThatDoesNotFit_SaysWhy()
    {
        var answer = await RunAsync("rollout", "CartPole-v1", "--wrap", "DiscretizeAction");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("DiscretizeAction needs a Box action space"));
    }

    [Test]
    public async Task Evaluate_TrainedWithStatistics_RepeatsTheFinalEvaluation()
    {
        var trained = await RunAsync("train", "CartPole-v1", "--steps", "2000", "--wrap", "NormalizeObservation", "--wrap", "ClipReward:max_reward=0.5", "--json");
        string trial = Path.Combine(trained.Json.GetProperty("runFolder").GetString()!, "dqn", "CartPole-v1", "seed-1");
        using var record = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(trial, "result.json")));

        var again = await RunAsync("evaluate", trial, "--json");

        Assert.That(again.Json.GetProperty("tasks")[0].GetProperty("mean").GetDouble(), Is.EqualTo(
            record.RootElement.GetProperty("tasks")[0].GetProperty("final").GetProperty("mean").GetDouble()), again.ToString());
    }
}
