using System.Text.Json;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Environments that are within Gymnasium's rules, or almost: right or refused, never silently something else.</summary>
public sealed class OddEnvironmentTests
{
    private const int LongestEnd = 5000;

    private static string Fixtures => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures");

    // 2^24 + 1 is the first integer that float32 lacks; 2^53 + 1 the first that a double lacks too.
    [TestCase(16777217L), TestCase(9007199254740993L), TestCase(4611686018427387903L)]
    public void Reset_IntegerThatFloat32Lacks_IsRefused(long value)
    {
        using var environment = Make("wide integers", $", \"value\": {value}");
        Assert.That(() => Begin(environment), Throws.TypeOf<HubException>().With.Message.StartsWith("EH4407").And.Message.Contains($"holds {value}"));
    }

    [TestCase(-16777216L), TestCase(4611686018427387904L)]
    public void Step_IntegerThatFloat32Has_Arrives(long value)
    {
        using var environment = Make("wide integers", $", \"value\": {value}");
        var arena = Begin(environment);
        environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(arena.Observations.ToArray().Select(element => (long)element), Is.All.EqualTo(value));
    }

    [Test]
    public void Create_MoreStatesThanFloat32TellsApart_IsRefused() =>
        Assert.That(() => Make("many states"), Throws.TypeOf<HubException>().With.Message.StartsWith("EH4402").And.Message.Contains("does not tell apart"));

    [Test]
    public void Step_Image_ArrivesWhole()
    {
        using var environment = Make("image", ", \"value\": 255");
        var arena = Begin(environment);
        environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.That((arena.Observations.Length, arena.Observations.ToArray().All(element => element == 255)), Is.EqualTo((2 * 84 * 84 * 3, true)));
    }

    [TestCase("list", new[] { 1, 2.5f, 1, 2.5f }, 1.5), TestCase("no shape", new[] { 0.5f, 0.5f }, 1)]
    public void Step_PythonsOwnNumbers_CountAsArrays(string kind, float[] observations, double reward)
    {
        using var environment = Make(kind);
        var arena = Begin(environment);
        environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(arena.Observations.ToArray(), Is.EqualTo(observations));
        Assert.That(arena.Rewards.ToArray(), Is.All.EqualTo(reward));
    }

    [Test]
    public void Step_RewardOfTwoNumbers_IsRefusedByTheCopysNumberInTheVector()
    {
        using var environment = Make("two rewards", copies: 4, workers: 2);
        var arena = Begin(environment);
        arena.Actions[3] = 1;
        Assert.That(() => environment.Step(arena.ActionBatch, arena.Buffers),
            Throws.TypeOf<HubException>().With.Message.Contains("copy 3 failed").And.Message.Contains("The reward is array([1., 1.])"));
    }

    [Test]
    public void Render_MissingPackage_SaysWhatToType()
    {
        using var environment = Make("none", render: "rgb_array");
        Begin(environment);
        Assert.That(() => environment.Render(0, RenderMode.RgbArray),
            Throws.TypeOf<HubException>().With.Message.Contains("envhub python setup --with no_such_module").And.Message.Not.Contains("Traceback"));
    }

    [Test]
    public void Dispose_CloseThatFails_IsQuiet()
    {
        var environment = Make("bad close");
        Begin(environment);
        Assert.That(environment.Dispose, Throws.Nothing);
    }

    [TestCase(true), TestCase(false)]
    public void Worker_Ended_TakesWithItWhatItsEnvironmentStarted(bool isKilled)
    {
        var environment = Make("child");
        Begin(environment);
        int child = (int)environment.Info(1)["child"]!;
        Assert.That(Leftovers.IsAlive(child, "sleep"), Is.True);
        if (isKilled) System.Diagnostics.Process.GetProcessById(environment.ProcessIds[0]).Kill();
        else environment.Dispose();
        Assert.That(() => Leftovers.IsAlive(child, "sleep"), Is.False.After(LongestEnd, 20));
        environment.Dispose();
    }

    private static GymnasiumVector Make(string kind, string more = "", int copies = 2, int workers = 1, string? render = null) => new("odd_envs:Odd-v0", copies,
        RealWorkers.With(new() { Path = [Fixtures], Workers = workers, Render = render, Arguments = JsonDocument.Parse($$"""{"kind": "{{kind}}"{{more}}}""").RootElement }));

    private static StepArena Begin(GymnasiumVector environment)
    {
        var arena = new StepArena(environment);
        environment.Reset([.. Enumerable.Range(1, environment.Count).Select(seed => (ulong)seed)], arena.Observations);
        return arena;
    }
}
