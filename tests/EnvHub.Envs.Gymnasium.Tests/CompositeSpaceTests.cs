using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Spaces that are made of others pass the bridge as elements, both ways.</summary>
public sealed class CompositeSpaceTests
{
    private static string Fixtures => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures");

    [TestCase("nested", 7), TestCase("counts", 4)]
    public void Step_ActionOfParts_ComesBackAsTheObservation(string space, int elements)
    {
        using var environment = Make(space);
        var arena = new StepArena(environment);
        environment.Reset([1, 2], arena.Observations);
        var random = new RandomGenerator(3);
        for (int copy = 0; copy < 2; copy++) environment.Spec.ActionSpace.SampleElements(random, arena.ActionElements.Slice(copy * elements, elements));
        environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(arena.Observations.ToArray(), Is.EqualTo(arena.ActionElements.ToArray()));
    }

    [Test]
    public void Create_GraphSpace_IsRefusedWithTheReason() =>
        Assert.That(() => Make("graph"), Throws.TypeOf<HubException>().With.Message.StartsWith("EH4402").And.Message.Contains("no fixed count of numbers"));

    private static GymnasiumVector Make(string space) => new("composite_envs:Echo-v0", 2,
        RealWorkers.With(new() { Path = [Fixtures], Arguments = JsonDocument.Parse($$"""{"space": "{{space}}"}""").RootElement }));
}
