using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>What the wrappers promise beyond Gymnasium's behaviour.</summary>
public class WrapperTests
{
    private static readonly TestCaseData[] PerCopy =
    [
        Case("TimeLimit", n => new TimeLimit(Apart(n), new() { MaxEpisodeSteps = 5 })),
        Case("ClipReward", n => new ClipReward(Apart(n), new())),
        Case("FrameStack", n => new FrameStackObservation(Apart(n), new())),
        Case("RepeatAction", n => new RepeatAction(Apart(n), new())),
        Case("StickyAction", n => new StickyAction(Apart(n), new() { LongestDuration = 3 })),
        Case("RecordEpisodeStatistics", n => new RecordEpisodeStatistics(Apart(n), new())),
    ];

    private static readonly TestCaseData[] All =
    [
        .. PerCopy,
        Case("NormalizeReward", n => new NormalizeReward(Apart(n), new())),
        Case("NormalizeObservation", n => new NormalizeObservation(Apart(n), new())),
    ];

    [TestCaseSource(nameof(All))]
    public void Step_AfterWarmUp_AllocatesNothing(Func<int, WrapperVector> create)
    {
        using var environment = create(3);
        var arena = new StepArena(environment);
        environment.Reset([1, 2, 3], arena.Observations);
        Advance(environment, arena, 200);
        Assert.That(AllocationMeter.Measure(() => Advance(environment, arena, 200)), Is.Zero);
    }

    [TestCaseSource(nameof(PerCopy))]
    public void Step_OneOfTwoCopies_IsThatCopyAlone(Func<int, WrapperVector> create)
    {
        using WrapperVector two = create(2), one = create(1);
        StepArena arena = new(two), alone = new(one);
        two.Reset([1, 2], arena.Observations);
        one.Reset([1], alone.Observations);
        float[] waiting = arena.Observations[arena.ElementSize..].ToArray();
        for (int i = 0; i < 60; i++)
        {
            arena.Actions[0] = alone.Actions[0] = i / 3 % 2;
            two.Step(arena.Actions, arena.Buffers, [true, false]);
            one.Step(alone.Actions, alone.Buffers);
            Assert.That(arena.Observations[..arena.ElementSize].ToArray(), Is.EqualTo(alone.Observations.ToArray()));
            Assert.That((arena.Rewards[0], arena.Terminated[0]), Is.EqualTo((alone.Rewards[0], alone.Terminated[0])));
        }
        Assert.That(arena.Observations[arena.ElementSize..].ToArray(), Is.EqualTo(waiting));
    }

    [Test]
    public void Step_PartOfWhatCannotStepApart_IsRefused()
    {
        using var wrapper = new ClipReward(new Together(), new());
        var arena = new StepArena(wrapper);
        wrapper.Reset([1], arena.Observations);
        Assert.That(() => wrapper.Step(arena.Actions, arena.Buffers, [true]), Throws.InstanceOf<HubException>().With.Message.StartsWith("EH1121"));
    }

    [Test]
    public void Info_EpisodeEnded_HoldsReturnLengthAndTime()
    {
        using var environment = new RecordEpisodeStatistics(new TimeLimit(Apart(1), new() { MaxEpisodeSteps = 3 }), new(), new Clock());
        var arena = new StepArena(environment);
        environment.Reset([1], arena.Observations);
        Advance(environment, arena, 3);
        Assert.That(environment.Info(0)["final_info"]!["episode"]!.ToJsonString(), Is.EqualTo("""{"r":3,"l":3,"t":1.5}"""));
    }

    [Test]
    public void Last_MoreEpisodesThanTheBuffer_AreTheLastOnes()
    {
        using var environment = new RecordEpisodeStatistics(new TimeLimit(Apart(2), new() { MaxEpisodeSteps = 4 }), new() { BufferLength = 3 });
        var arena = new StepArena(environment);
        environment.Reset([1, 2], arena.Observations);
        Advance(environment, arena, 8);
        Assert.That(environment.EpisodeCount, Is.EqualTo(4));
        Assert.That(environment.Last.Select(episode => episode.Length), Is.EqualTo(new[] { 4, 4, 4 }));
    }

    [Test]
    public void Info_TruncatedByTimeLimit_KeepsTheOldEpisodes()
    {
        using var environment = new TimeLimit((IPartialVectorEnvironment)new EnvironmentVector<long, long>(() => new Counter(), 1), new() { MaxEpisodeSteps = 3 });
        var arena = new StepArena(environment);
        environment.Reset([1], arena.Observations);
        _ = environment.Info(0);
        Advance(environment, arena, 3);
        Assert.That(environment.Info(0).ToJsonString(), Is.EqualTo("""{"count":0,"final_info":{"count":3}}"""));
    }

    [Test]
    public void Load_SavedStatistics_NormalizesAlike()
    {
        using NormalizeObservation trained = new(Apart(3), new()), other = new(Apart(1), new());
        var arena = new StepArena(trained);
        trained.Reset([1, 2, 3], arena.Observations);
        Advance(trained, arena, 100);
        var checkpoint = new InMemoryCheckpoint();
        trained.Save(checkpoint);
        other.Load(checkpoint);
        other.IsFrozen = true;
        var first = new float[4];
        other.Reset([9], first);
        using var bare = Apart(1);
        var raw = new float[4];
        bare.Reset([9], raw);
        for (int i = 0; i < 4; i++)
            Assert.That(first[i], Is.EqualTo((raw[i] - trained.Mean[i]) / MathF.Sqrt(trained.Variance[i] + 1e-8f)));
    }

    [Test]
    public void Describe_FrameStackOfDiscrete_IsMultiDiscrete()
    {
        var spec = Counter.Description with { ObservationSpace = new DiscreteSpace(6, start: 2) };
        var stacked = FrameStackObservation.Describe(spec, new() { StackSize = 3 });
        Assert.That(stacked.ObservationSpace, Is.EqualTo(new MultiDiscreteSpace([6, 6, 6], [2, 2, 2], [3])));
    }

    [Test]
    public void Describe_RepeatAction_CountsStepsOutside() =>
        Assert.That(RepeatAction.Describe(Drift.Description with { MaxEpisodeSteps = 10 }, new() { NumRepeats = 4 }).MaxEpisodeSteps, Is.EqualTo(3));

    [Test]
    public void Refusal_DiscreteActions_SaysWhatIsNeeded() =>
        Assert.That(DiscretizeAction.Refusal(Counter.Description, new()), Does.StartWith("DiscretizeAction needs a Box action space"));

    [Test]
    public void Refusal_UnboundedActions_SaysWhatIsNeeded() =>
        Assert.That(DiscretizeAction.Refusal(ClipAction.Describe(Drift.Description), new()), Does.Contain("finite bounds"));

    [Test]
    public void Refusal_TooFewCounts_SaysHowMany() =>
        Assert.That(DiscretizeAction.Refusal(Drift.Description, new() { BinsPerComponent = [3] }), Does.Contain("has 1 numbers"));

    [Test]
    public void Refusal_StackOfMultiBinary_SaysWhatIsNeeded() =>
        Assert.That(FrameStackObservation.Refusal(Drift.Description with { ObservationSpace = new MultiBinarySpace(3) }, new()), Does.Contain("needs a Box or a Discrete"));

    [TestCase(new[] { 0.0, 0 }, null)]
    [TestCase(new[] { 3.0 }, null)]
    [TestCase(new[] { 1.0, 2, 3 }, "padding_value has 3 numbers")]
    [TestCase(new[] { 11.0 }, "padding_value is not in the observation space")]
    public void Refusal_PaddingValue_MustBeAnObservation(double[] value, string? refusal) =>
        Assert.That(FrameStackObservation.Refusal(Drift.Description, new() { PaddingValue = value }), refusal is null ? Is.Null : Does.StartWith(refusal));

    [Test]
    public void Refusal_IntegerActions_SaysWhatIsNeeded() =>
        Assert.That(ClipAction.Refusal(Drift.Description with { ActionSpace = new BoxSpace<int>([0], [3], [1]) }), Does.Contain("needs a Box action space of floats"));

    [Test]
    public void Create_AroundWhatItRefuses_Throws()
    {
        using var inner = Apart(1);
        Assert.That(() => new RescaleAction(inner, new()), Throws.InstanceOf<HubException>().With.Message.StartsWith("EH4200"));
    }

    [Test]
    public void Validate_BoundsTheWrongWayRound_IsAFault()
    {
        var options = new ClipRewardOptions { MinReward = 1, MaxReward = -1 };
        Assert.That(options.Validate(new ValidationContext(options)), Is.Not.Empty);
    }

    private static void Advance(IVectorEnvironment environment, StepArena arena, int steps)
    {
        for (int i = 0; i < steps; i++) environment.Step(arena.Actions, arena.Buffers);
    }

    private static SeparateCopies Apart(int count) => new(n => new CartPole(n), count);

    private static TestCaseData Case(string name, Func<int, WrapperVector> create) => new TestCaseData(create).SetArgDisplayNames(name);

    /// <summary>One and a half seconds pass from one look to the next.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 2;

        public override long GetTimestamp() => _now += 3;
    }

    /// <summary>Cannot step a part of its copies.</summary>
    private sealed class Together : IVectorEnvironment
    {
        public EnvironmentSpec Spec => Counter.Description;

        public int Count => 1;

        public void Reset(ReadOnlySpan<ulong> seeds, Span<float> observations) { }

        public void Step(in ActionBatch actions, in StepBuffers output) { }

        public void Dispose() { }
    }

    private sealed class Counter() : Environment<long, long>(Description)
    {
        public static readonly EnvironmentSpec Description = new()
        {
            Id = EnvironmentId.Parse("Counter-v0"), ObservationSpace = new DiscreteSpace(100), ActionSpace = new DiscreteSpace(2),
        };

        private long _count;

        public override JsonObject Info => new() { ["count"] = _count };

        protected override long OnReset() => _count = 0;

        protected override StepResult<long> OnStep(long action) => new(++_count, 1);
    }
}
