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
        Case("MaxAndSkip", n => new MaxAndSkipObservation(Apart(n), new())),
        Case("GrayscaleObservation", n => new GrayscaleObservation(Slides.Copies(n, 6, 5, 3), new())),
        Case("ResizeObservation", n => new ResizeObservation(Slides.Copies(n, 6, 5, 3), new() { Shape = [4, 3] })),
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

        public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output) { }

        public void Step(in ActionBatch actions, in StepBuffers output) { }

        public void Dispose() { }
    }
}
