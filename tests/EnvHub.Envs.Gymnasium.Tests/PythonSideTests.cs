using System.Text.Json;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>What Python's environments tell, show and take besides observations and actions.</summary>
public sealed class PythonSideTests
{
    private const int Right = 2;

    private static readonly JsonElement Dry = JsonElement.Parse("""{ "is_slippery": false }""");

    [Test]
    public void Info_AtTheEnd_HasTheOldEpisodesToo()
    {
        using var lake = Make("FrozenLake-v1", new() { Arguments = JsonElement.Parse("""{ "is_slippery": false, "desc": ["SG"] }""") });
        var arena = new StepArena(lake);
        lake.Reset([1], arena.Observations);
        Assert.That((double)lake.Info(0)["prob"]!, Is.EqualTo(1));
        arena.Actions[0] = Right;
        lake.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(arena.Terminated[0], Is.True);
        Assert.That((double)lake.Info(0)["final_info"]!["prob"]!, Is.EqualTo(1));
    }

    [Test]
    public void Render_Ansi_IsGymnasiumsText()
    {
        using var lake = Make("FrozenLake-v1", new() { Arguments = Dry, Render = "ansi" });
        lake.Reset([1], new float[1]);
        Assert.That(lake.Render(0, RenderMode.Ansi).Text, Does.Contain("FHFH\nFFFH\nHFFG"));
    }

    [Test]
    public void Step_WrapperByName_IsInForce()
    {
        using var cart = Make("CartPole-v1", new() { Wrappers = [new() { Name = "ClipReward", Arguments = JsonElement.Parse("""{ "min_reward": 0, "max_reward": 0.25 }""") }] });
        var arena = new StepArena(cart);
        cart.Reset([1], arena.Observations);
        cart.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(arena.Rewards[0], Is.EqualTo(0.25));
    }

    [Test]
    public void Make_UnknownWrapper_NamesIt() => Assert.That(
        () => Make("CartPole-v1", new() { Wrappers = [new() { Name = "NoSuchWrapper" }] }),
        Throws.TypeOf<HubException>().With.Message.Contains("NoSuchWrapper"));

    [Test]
    public void List_RealGymnasium_HasItsIds() =>
        Assert.That(WorkerQuestions.List(RealWorkers.With(new())), Is.SupersetOf(new[] { "CartPole-v1", "FrozenLake-v1", "Taxi-v4" }));

    private static GymnasiumVector Make(string id, GymnasiumSettings settings) => new(id, 1, RealWorkers.With(settings with { Workers = 1 }));
}
