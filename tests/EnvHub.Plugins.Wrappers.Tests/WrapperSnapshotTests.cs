using EnvHub.Envs.ClassicControl;
using EnvHub.Envs.ToyText;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Every wrapper, alone and in stacks: what is played after a restore is what would have been played without.</summary>
[TestFixtureSource(nameof(Names))]
public sealed class WrapperSnapshotTests(string name) : SnapshotContract
{
    private static readonly Dictionary<string, Func<int, IVectorEnvironment>> Cases = new()
    {
        ["FrameStack"] = static count => new FrameStackObservation(new CartPole(count), new()),
        ["GrayscaleObservation"] = static count => new GrayscaleObservation(Slides.Copies(count, 3, 2, 3), new()),
        ["ResizeObservation"] = static count => new ResizeObservation(Slides.Copies(count, 6, 5), new() { Shape = [3, 4] }),
        ["MaxAndSkip"] = static count => new MaxAndSkipObservation((IPartialVectorEnvironment)Slides.Copies(count, 3, 2), new() { Skip = 5 }),
        ["FlattenActions"] = static count => new FlattenActions(Dials<sbyte[]>.Copies(count, new MultiBinarySpace(3)), new()),
        ["NormalizeObservation"] = static count => new NormalizeObservation(new CartPole(count), new()),
        ["ClipReward"] = static count => new ClipReward(new Pendulum(count), new()),
        ["NormalizeReward"] = static count => new NormalizeReward(new CartPole(count), new()),
        ["TransformReward"] = static count => new TransformReward(new CartPole(count), new TransformRewardOptions { Scale = 3 }),
        ["ClipAction"] = static count => new ClipAction(new Pendulum(count)),
        ["DiscretizeAction"] = static count => new DiscretizeAction(new MountainCarContinuous(count), new()),
        ["RescaleAction"] = static count => new RescaleAction(new Pendulum(count), new()),
        ["RepeatAction"] = static count => new RepeatAction(new CartPole(count), new() { NumRepeats = 3 }),
        ["StickyAction"] = static count => new StickyAction(new CartPole(count), new()),
        ["StickyAction of numbers"] = static count => new StickyAction(new Pendulum(count), new() { Duration = 2, LongestDuration = 4 }),
        ["RecordEpisodeStatistics"] = static count => new RecordEpisodeStatistics(new CartPole(count), new()),
        ["TimeLimit"] = static count => new TimeLimit(new CartPole(count), new() { MaxEpisodeSteps = 12 }),
        ["SeparateCopies"] = static count => new SeparateCopies(static copies => new Taxi(copies, new() { FicklePassenger = true }), count),
        ["four of control"] = static count => new NormalizeReward(new FrameStackObservation(new NormalizeObservation(
            new DiscretizeAction(new Pendulum(count), new()), new()), new()), new()),
        ["five around a cliff"] = static count => new RecordEpisodeStatistics(new TransformReward(new FrameStackObservation(
            new SeparateCopies(static copies => new StickyAction(new TimeLimit(new CliffWalking(copies), new() { MaxEpisodeSteps = 30 }), new()), count),
            new()), new TransformRewardOptions()), new()),
    };

    protected override IVectorEnvironment Create(int count) => Cases[name](count);

    [Test]
    public void CanSnapshot_AroundANativeEnvironment_IsTrue()
    {
        using var environment = Create(count: 2);
        Assert.That(environment, Is.InstanceOf<ISnapshotEnvironment>().With.Property(nameof(ISnapshotEnvironment.CanSnapshot)).True);
    }

    private static IEnumerable<string> Names => Cases.Keys;
}
