using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Every wrapper against Gymnasium's own: same seeds, same actions, same bits.</summary>
public class GymnasiumTests
{
    private const int Steps = 250;

    private static readonly object[] OnCartPole =
    [
        Case("TimeLimit", "TimeLimit(env, 7)", 3, n => new TimeLimit(SeparateCopies.Of(CartPole, n), new() { MaxEpisodeSteps = 7 })),
        Case("ClipReward", "ClipReward(env, None, 0.5)", 3, n => new ClipReward(CartPole(n), new() { MaxReward = 0.5 })),
        Case("TransformReward", "TransformReward(env, lambda r: min(0.3 * r + 0.1, 0.35))", 3,
            n => new TransformReward(CartPole(n), new TransformRewardOptions { Scale = 0.3, Offset = 0.1, MaxReward = 0.35 })),
        Case("NormalizeReward", "NormalizeReward(env, gamma=0.9)", 1, n => new NormalizeReward(CartPole(n), new() { Gamma = 0.9 })),
        Case("NormalizeObservation", "NormalizeObservation(env)", 1, n => new NormalizeObservation(CartPole(n), new())),
        Case("FrameStack", "FrameStackObservation(env, 4)", 3, n => new FrameStackObservation(CartPole(n), new())),
        Case("FrameStack zero", "FrameStackObservation(env, 3, padding_type='zero')", 3,
            n => new FrameStackObservation(CartPole(n), new() { StackSize = 3, PaddingType = FramePadding.Zero })),
        Case("RepeatAction", "RepeatAction(env, 3)", 3, n => new RepeatAction(SeparateCopies.Of(CartPole, n), new() { NumRepeats = 3 })),
        Case("StickyAction", "OwnStream(env, 0.4)", 3, n => new StickyAction(CartPole(n), new() { Probability = 0.4 })),
        Case("StickyAction range", "OwnStream(env, 0.3, (2, 4))", 3,
            n => new StickyAction(CartPole(n), new() { Probability = 0.3, Duration = 2, LongestDuration = 4 })),
        Case("RecordEpisodeStatistics", "RecordEpisodeStatistics(env)", 3, n => new RecordEpisodeStatistics(CartPole(n), new())),
        Case("a chain", "NormalizeReward(FrameStackObservation(TimeLimit(RepeatAction(env, 2), 9), 2))", 1,
            n => new NormalizeReward(new FrameStackObservation(new TimeLimit(new RepeatAction(SeparateCopies.Of(CartPole, n), new() { NumRepeats = 2 }),
                new() { MaxEpisodeSteps = 9 }), new() { StackSize = 2 }), new())),
    ];

    private static readonly object[] OnDrift =
    [
        Case("ClipAction", "ClipAction(env)", 3, n => new ClipAction(Drift.Copies(n))),
        Case("RescaleAction", "RescaleAction(env, -1.0, 1.0)", 3, n => new RescaleAction(Drift.Copies(n), new())),
        Case("RescaleAction uneven", "RescaleAction(env, -0.3, 0.7)", 3,
            n => new RescaleAction(Drift.Copies(n), new() { MinAction = -0.3, MaxAction = 0.7 })),
        Case("DiscretizeAction", "DiscretizeAction(env, 7)", 3, n => new DiscretizeAction(Drift.Copies(n), new() { Bins = 7 })),
        Case("DiscretizeAction uneven", "DiscretizeAction(env, (3, 10))", 3,
            n => new DiscretizeAction(Drift.Copies(n), new() { BinsPerComponent = [3, 10] })),
        Case("DiscretizeAction multi", "DiscretizeAction(env, (11, 6), multidiscrete=True)", 3,
            n => new DiscretizeAction(Drift.Copies(n), new() { BinsPerComponent = [11, 6], MultiDiscrete = true })),
        Case("NormalizeObservation", "NormalizeObservation(env, epsilon=0.01)", 1, n => new NormalizeObservation(Drift.Copies(n), new() { Epsilon = 0.01 })),
    ];

    [TestCaseSource(nameof(OnCartPole))]
    public void Step_OnCartPole_EqualsGymnasium(string wrap, int copies, Func<int, IVectorEnvironment> create) =>
        Compare($"(lambda env: {wrap})(gym.make('CartPole-v1'))", copies, create);

    [TestCaseSource(nameof(OnDrift))]
    public void Step_OnContinuousActions_EqualsGymnasium(string wrap, int copies, Func<int, IVectorEnvironment> create) =>
        Compare($"(lambda env: {wrap})(TimeLimit(Drift(), 40))", copies, n => new TimeLimit((IPartialVectorEnvironment)create(n), new() { MaxEpisodeSteps = 40 }));

    // NumPy adds the rows of a batch in their order, as the wrapper does.
    [Test]
    public void NormalizeObservation_SeveralCopies_EqualsTheVectorForm()
    {
        var actions = Trace.Actions(new DiscreteSpace(3), copies: 5, steps: 150);
        var expected = Trace.OfGymnasiumVector("MountainCar-v0", "VectorNormalizeObservation(env)", "NextStep", actions);
        Trace.OfHub(new NormalizeObservation(new MountainCar(5), new()), actions).AssertEquals(expected);
    }

    // Gymnasium's vector form keeps the discounted sums in float32: 6e-8 each, and they are at most 100.
    [Test]
    public void NormalizeReward_SeveralCopies_IsCloseToTheVectorForm()
    {
        var actions = Trace.Actions(new DiscreteSpace(3), copies: 5, steps: 150);
        var expected = Trace.OfGymnasiumVector("MountainCar-v0", "VectorNormalizeReward(env)", "NextStep", actions);
        var actual = Trace.OfHub(new NormalizeReward(new MountainCar(5), new()), actions);
        Assert.That(actual.Rewards, Is.EqualTo(expected.Rewards).Within(1e-5).Percent);
    }

    private static void Compare(string make, int copies, Func<int, IVectorEnvironment> create)
    {
        var environment = create(copies);
        var space = environment.Spec.ActionSpace;
        var actions = Trace.Actions(space, copies, Steps);
        var actual = Trace.OfHub(environment, actions);
        Assert.That(actual.Ends, Is.GreaterThan(2), "The run must meet ends of episodes.");
        actual.AssertEquals(Trace.OfGymnasium(make, actions));
    }

    private static IVectorEnvironment CartPole(int count) => new CartPole(count);

    private static TestCaseData Case(string name, string wrap, int copies, Func<int, IVectorEnvironment> create) =>
        new TestCaseData(wrap, copies, create).SetArgDisplayNames(name);
}
