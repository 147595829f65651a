using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Python's <c>info["action_mask"]</c> reaches learners, and is heeded.</summary>
public sealed class MaskTests : HubFixture
{
    private const int Copies = 3, Steps = 100, EpisodeLength = 20;

    private static string Fixtures => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures");

    [TestCase("discrete", 4), TestCase("multi", 5), TestCase("bits", 4), TestCase("tuple", 3)]
    public void Step_PossibleActions_NeverFault(string kind, int flags)
    {
        using var environment = Make($"{{ \"kind\": \"{kind}\" }}");
        var (arena, random) = (new StepArena(environment), new RandomGenerator(1));
        var action = new float[environment.Spec.ActionSpace.ElementSize];
        Assert.That(arena.ActionMasks.Length, Is.EqualTo(Copies * flags));
        environment.Reset([1, 2, 3], arena.ResetBuffers);
        int ends = 0;
        for (int step = 0; step < Steps; step++)
        {
            for (int copy = 0; copy < Copies; copy++)
            {
                ActionMask.SampleElements(environment.Spec.ActionSpace, random, arena.ActionMasks.Slice(copy * flags, flags), action);
                if (arena.ActionElements.IsEmpty) arena.Actions[copy] = (int)action[0] - 10;
                else action.CopyTo(arena.ActionElements[(copy * action.Length)..]);
            }
            environment.Step(arena.ActionBatch, arena.Buffers);
            Assert.That(arena.Rewards.ToArray(), Is.All.EqualTo(1), $"step {step}");
            for (int copy = 0; copy < Copies; copy++)
                if (arena.Truncated[copy]) ends++;
                else Assert.That(arena.FinalActionMasks.Slice(copy * flags, flags).SequenceEqual(arena.ActionMasks.Slice(copy * flags, flags)));
        }
        Assert.That(ends, Is.EqualTo(Copies * Steps / EpisodeLength));
    }

    [Test]
    public void Spec_MasksAreTurnedOffOrNotTold_HasNone()
    {
        using var off = Make("{}", new() { ActionMasks = false });
        using var silent = new GymnasiumVector("CartPole-v1", 1, RealWorkers.With(new()));
        using var taxi = new GymnasiumVector("Taxi-v4", 1, RealWorkers.With(new()));
        Assert.That((off.Spec.HasActionMasks, silent.Spec.HasActionMasks, taxi.Spec.HasActionMasks), Is.EqualTo((false, false, true)));
    }

    [Test]
    public void Step_NothingIsPossible_EndsTheTaskWithTheMask()
    {
        using var environment = Make("{ \"broken\": true }");
        var arena = new StepArena(environment);
        environment.Reset([1, 2, 3], arena.ResetBuffers);
        Assert.That(() =>
        {
            for (int step = 0; step < 5; step++)
            {
                for (int copy = 0; copy < Copies; copy++) arena.Actions[copy] = arena.ActionMasks.Slice(copy * 4, 4).IndexOf(true);
                environment.Step(arena.ActionBatch, arena.Buffers);
            }
        }, Throws.InstanceOf<HubException>().With.Message.Contains("leaves no action that is possible"));
    }

    [Test]
    public void Train_OnlyOneActionIsPossible_DqnPlaysWithoutAFault()
    {
        var hub = Open($$"""
            { "suites": { "gate": { "tasks": [{ "name": "gate", "provider": "gymnasium", "environment": "mask_envs:Gate-v0", "settings": { "workers": 1, "path": ["{{Fixtures}}"] } }] } },
              "experiments": { "gate": { "suite": "gate", "seeds": 1, "steps": 2000, "copies": 2, "evaluation": { "points": 1, "episodes": 2, "finalEpisodes": 5 },
                "arms": { "dqn": { "learner": "dqn", "options": { "learningStarts": 200 } } } } } }
            """);
        var (results, _) = Run(hub, ExperimentPlanner.Plan(hub.Options, hub.Catalog, "gate", new()));
        var result = results.Single();
        Assert.That(result.Reason, Is.Null);
        Assert.That(result.Updates, Is.GreaterThan(100));
        // One fault would end an episode short of its length.
        Assert.That((result.Tasks[0].TrainingReturnLast100, result.Tasks[0].Episodes), Is.EqualTo(((double?)EpisodeLength, 2000L / EpisodeLength)));
        Assert.That(result.Tasks[0].Final!.Mean, Is.EqualTo(EpisodeLength));
    }

    private static GymnasiumVector Make(string arguments, GymnasiumSettings? settings = null) => new("mask_envs:Gate-v0", Copies,
        RealWorkers.With((settings ?? new()) with { Workers = 2, Path = [Fixtures], Arguments = System.Text.Json.JsonDocument.Parse(arguments).RootElement }));
}
