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
}
