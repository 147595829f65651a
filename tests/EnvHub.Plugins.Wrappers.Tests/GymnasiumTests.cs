using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Every wrapper against Gymnasium's own: same seeds, same actions, same bits.</summary>
public class GymnasiumTests
{
    private const int Steps = 250;

    private static readonly Wrapped[] OnCartPole =
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
        Case("FrameStack padding", "FrameStackObservation(env, 3, padding_type=np.array([1, -1, 0.1, 2], F))", 3,
            n => new FrameStackObservation(CartPole(n), new() { StackSize = 3, PaddingValue = [1, -1, 0.1, 2] })),
        Case("FrameStack one padding", "FrameStackObservation(env, 3, padding_type=np.full(4, 0.25, F))", 3,
            n => new FrameStackObservation(CartPole(n), new() { StackSize = 3, PaddingValue = [0.25] })),
        Case("RepeatAction", "RepeatAction(env, 3)", 3, n => new RepeatAction(SeparateCopies.Of(CartPole, n), new() { NumRepeats = 3 })),
        Case("StickyAction", "OwnStream(env, 0.4)", 3, n => new StickyAction(CartPole(n), new() { Probability = 0.4 })),
        Case("StickyAction range", "OwnStream(env, 0.3, (2, 4))", 3,
            n => new StickyAction(CartPole(n), new() { Probability = 0.3, Duration = 2, LongestDuration = 4 })),
        Case("RecordEpisodeStatistics", "RecordEpisodeStatistics(env)", 3, n => new RecordEpisodeStatistics(CartPole(n), new())),
        Case("a chain", "NormalizeReward(FrameStackObservation(TimeLimit(RepeatAction(env, 2), 9), 2))", 1,
            n => new NormalizeReward(new FrameStackObservation(new TimeLimit(new RepeatAction(SeparateCopies.Of(CartPole, n), new() { NumRepeats = 2 }),
                new() { MaxEpisodeSteps = 9 }), new() { StackSize = 2 }), new())),
    ];

    private static readonly Wrapped[] OnDrift =
    [
        OfDrift("ClipAction", "ClipAction(env)", 3, n => new ClipAction(Drift.Copies(n))),
        OfDrift("RescaleAction", "RescaleAction(env, -1.0, 1.0)", 3, n => new RescaleAction(Drift.Copies(n), new())),
        OfDrift("RescaleAction uneven", "RescaleAction(env, -0.3, 0.7)", 3,
            n => new RescaleAction(Drift.Copies(n), new() { MinAction = -0.3, MaxAction = 0.7 })),
        OfWide("ClipAction float64", "ClipAction(env)", "float64", n => new ClipAction(Wide.Float64(n))),
        OfWide("ClipAction float16", "ClipAction(env)", "float16", n => new ClipAction(Wide.Float16(n))),
        OfWide("RescaleAction float64", "RescaleAction(env, -0.3, 0.7)", "float64",
            n => new RescaleAction(Wide.Float64(n), new() { MinAction = -0.3, MaxAction = 0.7 })),
        OfWide("RescaleAction float16", "RescaleAction(env, -0.5, 0.75)", "float16",
            n => new RescaleAction(Wide.Float16(n), new() { MinAction = -0.5, MaxAction = 0.75 })),
        OfDrift("DiscretizeAction", "DiscretizeAction(env, 7)", 3, n => new DiscretizeAction(Drift.Copies(n), new() { Bins = 7 })),
        OfDrift("DiscretizeAction uneven", "DiscretizeAction(env, (3, 10))", 3,
            n => new DiscretizeAction(Drift.Copies(n), new() { BinsPerComponent = [3, 10] })),
        OfDrift("DiscretizeAction multi", "DiscretizeAction(env, (11, 6), multidiscrete=True)", 3,
            n => new DiscretizeAction(Drift.Copies(n), new() { BinsPerComponent = [11, 6], MultiDiscrete = true })),
        OfDrift("NormalizeObservation of Drift", "NormalizeObservation(env, epsilon=0.01)", 1, n => new NormalizeObservation(Drift.Copies(n), new() { Epsilon = 0.01 })),
    ];

    private static readonly Wrapped[] OnSlides =
    [
        OfSlides("GrayscaleObservation", "GrayscaleObservation(env)", [5, 4, 3], n => new GrayscaleObservation(Slides.Copies(n, 5, 4, 3), new())),
        OfSlides("GrayscaleObservation keep_dim", "GrayscaleObservation(env, keep_dim=True)", [5, 4, 3],
            n => new GrayscaleObservation(Slides.Copies(n, 5, 4, 3), new() { KeepDim = true })),
        OfSlides("FrameStack of bytes", "FrameStackObservation(env, 3)", [4, 3], n => new FrameStackObservation(Slides.Copies(n, 4, 3), new() { StackSize = 3 })),
        OfSlides("MaxAndSkip", "MaxAndSkipObservation(env)", [4, 3], n => new MaxAndSkipObservation(SeparateCopies.Of(c => Slides.Copies(c, 4, 3), n), new())),
        OfSlides("MaxAndSkip 2", "MaxAndSkipObservation(env, 2)", [4, 3],
            n => new MaxAndSkipObservation(SeparateCopies.Of(c => Slides.Copies(c, 4, 3), n), new() { Skip = 2 })),
        OfSlides("MaxAndSkip 7", "MaxAndSkipObservation(env, 7)", [4, 3],
            n => new MaxAndSkipObservation(SeparateCopies.Of(c => Slides.Copies(c, 4, 3), n), new() { Skip = 7 })),
        Case("MaxAndSkip of CartPole", "MaxAndSkipObservation(env, 3)", 3,
            n => new MaxAndSkipObservation(SeparateCopies.Of(CartPole, n), new() { Skip = 3 })),
    ];

    private static readonly Wrapped[] OnDials =
    [
        OfDials("FlattenActions of MultiDiscrete", "gym.spaces.MultiDiscrete([3, 2, 4], start=[0, -1, 5])", "np.array, range(3), range(-1, 1), range(5, 9)", 3,
            n => Dials<long[]>.Copies(n, new MultiDiscreteSpace([3, 2, 4], [0, -1, 5], [3]))),
        OfDials("FlattenActions of MultiBinary", "gym.spaces.MultiBinary(4)", "lambda bits: np.array(bits, np.int8), *[range(2)] * 4", 4,
            n => Dials<sbyte[]>.Copies(n, new MultiBinarySpace(4))),
        OfDials("FlattenActions of Tuple", "gym.spaces.Tuple([gym.spaces.Discrete(3, start=-1), gym.spaces.MultiBinary(2), gym.spaces.Discrete(4)])",
            "lambda a: (a[0], np.array(a[1:3], np.int8), a[3]), range(-1, 2), range(2), range(2), range(4)", 4,
            n => Dials<IReadOnlyList<object>>.Copies(n, new TupleSpace(new DiscreteSpace(3, start: -1), new MultiBinarySpace(2), new DiscreteSpace(4)))),
    ];

    private static readonly Lazy<Dictionary<string, Trace>> Expected = new(AskAll);

    [TestCaseSource(nameof(OnCartPole))]
    [TestCaseSource(nameof(OnDrift))]
    [TestCaseSource(nameof(OnSlides))]
    [TestCaseSource(nameof(OnDials))]
    public void Step_SameSeedsAndActions_EqualsGymnasium(Wrapped wrapped)
    {
        var actual = Trace.OfHub(wrapped.Create(), wrapped.Actions);
        Assert.That(actual.Ends, Is.GreaterThan(2), "The run must meet ends of episodes.");
        actual.AssertEquals(Expected.Value[wrapped.Name]);
    }

    // Everywhere else there is the fixture of ResizeTests.
    [TestCase(9, 6, 3, 2)]
    [TestCase(8, 8, 4, 4)]
    [TestCase(10, 9, 7, 8)]
    [TestCase(4, 10, 9, 5)]
    public void Step_ResizeWhereOpenCvIs_EqualsGymnasium(int height, int width, int newHeight, int newWidth)
    {
        if (RealPython.WithGymnasium.Run("import cv2", TimeSpan.FromSeconds(60)) is null) Assert.Ignore("This Python has no OpenCV: python3-opencv, or pip's opencv-python-headless.");
        var wrapped = OfSlides("ResizeObservation", $"ResizeObservation(env, ({newHeight}, {newWidth}))", [height, width, 3],
            n => new ResizeObservation(Slides.Copies(n, height, width, 3), new() { Shape = [newHeight, newWidth] }));
        Trace.OfHub(wrapped.Create(), wrapped.Actions).AssertEquals(Trace.OfGymnasium(Trace.Question(wrapped.Make, wrapped.Actions))[0]);
    }

    // NumPy adds the rows of a batch in their order, as the wrapper does.
    [Test]
    public void NormalizeObservation_SeveralCopies_EqualsTheVectorForm()
    {
        var expected = Trace.OfGymnasium(Trace.Question("MountainCar-v0", "VectorNormalizeObservation(env)", "NextStep", Pushes))[0];
        Trace.OfHub(new NormalizeObservation(new MountainCar(5), new()), Pushes).AssertEquals(expected);
    }

    // Gymnasium's vector form keeps the discounted sums in float32, of 6e-8 relative.
    [Test]
    public void NormalizeReward_SeveralCopies_IsCloseToTheVectorForm()
    {
        var expected = Trace.OfGymnasium(Trace.Question("MountainCar-v0", "VectorNormalizeReward(env)", "NextStep", Pushes))[0];
        var actual = Trace.OfHub(new NormalizeReward(new MountainCar(5), new()), Pushes);
        Assert.That(actual.Rewards, Is.EqualTo(expected.Rewards).Within(1e-4).Percent);
    }

    // No episode ends within these: the vector forms restart at another step.
    private static double[][][] Pushes => Trace.Actions(new DiscreteSpace(3), copies: 5, steps: 150);

    private static Dictionary<string, Trace> AskAll()
    {
        Wrapped[] all = [.. OnCartPole, .. OnDrift, .. OnSlides, .. OnDials];
        var answers = Trace.OfGymnasium([.. all.Select(wrapped => Trace.Question(wrapped.Make, wrapped.Actions))]);
        return all.Zip(answers).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }

    private static IVectorEnvironment CartPole(int count) => new CartPole(count);

    private static Wrapped Case(string name, string wrap, int copies, Func<int, IVectorEnvironment> create) =>
        new(name, $"(lambda env: {wrap})(gym.make('CartPole-v1'))", () => create(copies));

    private static Wrapped OfDrift(string name, string wrap, int copies, Func<int, IVectorEnvironment> create) =>
        new(name, $"(lambda env: {wrap})(TimeLimit(Drift(), 40))", () => new TimeLimit((IPartialVectorEnvironment)create(copies), new() { MaxEpisodeSteps = 40 }));

    private static Wrapped OfWide(string name, string wrap, string dtype, Func<int, IVectorEnvironment> create) =>
        new(name, $"(lambda env: {wrap})(TimeLimit(Wide(np.{dtype}), 40))", () => new TimeLimit((IPartialVectorEnvironment)create(3), new() { MaxEpisodeSteps = 40 }));

    private static Wrapped OfSlides(string name, string wrap, int[] shape, Func<int, IVectorEnvironment> create) =>
        new(name, $"(lambda env: {wrap})(Slides({string.Join(", ", shape)}))", () => create(3));

    private static Wrapped OfDials(string name, string space, string product, int size, Func<int, IVectorEnvironment> create) =>
        new(name, $"flattened(Dials({space}, {size}), {product})", () => new FlattenActions(create(3), new()));

    /// <summary>The same wrappers of both sides.</summary>
    public sealed record Wrapped(string Name, string Make, Func<IVectorEnvironment> Create)
    {
        internal double[][][] Actions
        {
            get
            {
                using var environment = Create();
                return Trace.Actions(environment.Spec.ActionSpace, environment.Count, Steps);
            }
        }

        public override string ToString() => Name;
    }
}
