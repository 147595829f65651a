using System.ComponentModel.DataAnnotations;
using EnvHub.Envs.ClassicControl;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>What wrappers make of a spec, and what they refuse to stand around.</summary>
public class WrapperSpecTests
{
    [Test]
    public void Describe_FrameStackOfDiscrete_IsMultiDiscrete()
    {
        var spec = Counter.Description with { ObservationSpace = new DiscreteSpace(6, start: 2) };
        var stacked = FrameStackObservation.Describe(spec, new() { StackSize = 3 });
        Assert.That(stacked.ObservationSpace, Is.EqualTo(new MultiDiscreteSpace([6, 6, 6], [2, 2, 2], [3])));
    }

    [Test]
    public void Describe_FrameStackOfBytes_StaysBytes() =>
        Assert.That(FrameStackObservation.Describe(Images(5, 4), new() { StackSize = 3 }).ObservationSpace, Is.EqualTo(BoxSpace.UniformOf<byte>(0, 255, 3, 5, 4)));

    [TestCase(false, new[] { 5, 4 })]
    [TestCase(true, new[] { 5, 4, 1 })]
    public void Describe_Grayscale_IsBytesOfOneChannel(bool keepDim, int[] shape) =>
        Assert.That(GrayscaleObservation.Describe(Images(5, 4, 3), new() { KeepDim = keepDim }).ObservationSpace, Is.EqualTo(BoxSpace.UniformOf<byte>(0, 255, shape)));

    [Test]
    public void Describe_Resize_KeepsTheChannels() =>
        Assert.That(ResizeObservation.Describe(Images(5, 4, 3), new()).ObservationSpace, Is.EqualTo(BoxSpace.UniformOf<byte>(0, 255, 84, 84, 3)));

    [Test]
    public void Describe_FlattenActions_IsTheProduct() => Assert.That(
        FlattenActions.Describe(Counter.Description with { ActionSpace = new MultiDiscreteSpace(3, 5) }, new()).ActionSpace, Is.EqualTo(new DiscreteSpace(15)));

    [TestCase(5, 4, 4)]
    [TestCase(5, 4)]
    public void Refusal_GrayscaleOfOtherImages_SaysWhatIsNeeded(params int[] shape) =>
        Assert.That(GrayscaleObservation.Refusal(Images(shape), new()), Does.Contain("images of red, green and blue").And.Contain("this one is Box(0, 255,"));

    [Test]
    public void Refusal_ResizeOfFloats_SaysWhatIsNeeded() =>
        Assert.That(ResizeObservation.Refusal(Drift.Description, new()), Does.StartWith("ResizeObservation needs images"));

    [TestCase(50, 40, "takes at most 4 channels")]
    [TestCase(42, 28, null)]
    public void Refusal_ResizeOfManyChannels_IsAsOpenCvRefuses(int height, int width, string? refusal) =>
        Assert.That(ResizeObservation.Refusal(Images(84, 84, 8), new() { Shape = [height, width] }), refusal is null ? Is.Null : Does.Contain(refusal));

    [Test]
    public void Refusal_MaxOfATuple_SaysWhatIsNeeded() => Assert.That(
        MaxAndSkipObservation.Refusal(Drift.Description with { ObservationSpace = new TupleSpace(new DiscreteSpace(2)) }, new()), Does.StartWith("MaxAndSkip needs a Box"));

    [Test]
    public void Refusal_TooManyActions_SaysHowMany() => Assert.That(
        FlattenActions.Refusal(Counter.Description with { ActionSpace = new MultiBinarySpace(40) }, new()),
        Does.Contain("would give 1099511627776 actions").And.Contain("max_actions allows 4096"));

    [Test]
    public void Refusal_FlattenOfDiscrete_SaysToLeaveItOut() =>
        Assert.That(FlattenActions.Refusal(Counter.Description, new()), Does.Contain("Leave the wrapper out"));

    [Test]
    public void Refusal_FlattenOfATupleWithABox_SaysWhatIsNeeded() => Assert.That(
        FlattenActions.Refusal(Counter.Description with { ActionSpace = new TupleSpace(new DiscreteSpace(2), BoxSpace.Uniform(0, 1, 2)) }, new()),
        Does.StartWith("FlattenActions needs a MultiDiscrete"));

    [Test]
    public void Refusal_FlattenOfIntegersPastFloats_SaysTheLimit() => Assert.That(
        FlattenActions.Refusal(Counter.Description with { ActionSpace = new MultiDiscreteSpace([3], [1L << 30], [1]) }, new()), Does.Contain("integers up to 16777216"));

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
        using var inner = new CartPole(1);
        Assert.That(() => new RescaleAction(inner, new()), Throws.InstanceOf<HubException>().With.Message.StartsWith("EH4200"));
    }

    [Test]
    public void Validate_BoundsTheWrongWayRound_IsAFault()
    {
        var options = new ClipRewardOptions { MinReward = 1, MaxReward = -1 };
        Assert.That(options.Validate(new ValidationContext(options)), Is.Not.Empty);
    }

    private static EnvironmentSpec Images(params int[] shape) => Counter.Description with { ObservationSpace = BoxSpace.UniformOf<byte>(0, 255, shape) };
}
