namespace EnvHub.Learning.Tests;

public class ReplayCapacityTests
{
    // Array.MaxLength is 0x7FFFFFC7 for all element types; of twelve frames there are 24 places per transition: 2147483591 / 24 = 89478482.96.
    [TestCase(89_478_482, null)]
    [TestCase(89_478_483, "at most 89478482 transitions of 'a'")]
    public void Refusal_StackedFrames_TakesWhatAnArrayHolds(int capacity, string? refusal) => Assert.That(
        ReplayCapacity.Refusal(new([Task(12, 2)], []), new DqnLike { BufferCapacity = capacity }), refusal is null ? Is.Null : Does.Contain(refusal));

    // A lesson has a value per action: 2147483591 / 100 = 21474835.91.
    [TestCase(21_474_835, null)]
    [TestCase(21_474_836, "at most 21474835 lessons of 'a'")]
    public void OfLessons_ManyActions_TakesWhatAnArrayHolds(int capacity, string? refusal) => Assert.That(
        ReplayCapacity.OfLessons(new([Task(1, 100)], []), new DqnLike { BufferCapacity = capacity }), refusal is null ? Is.Null : Does.Contain(refusal));

    [Test]
    public void Refusal_WhatThePlanRefuses_TheBufferRefusesToo()
    {
        var scaler = new ObservationScaler(Task(12, 2).Environment, useConstants: false);
        Assert.That(() => new ReplayBuffer(89_478_483, scaler), Throws.InstanceOf<HubException>().With.Message.Contains("EH2013"));
    }

    private static TaskSpec Task(int frames, int actions) => new()
    {
        Name = "a",
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse("a"), ObservationSpace = BoxSpace.Uniform(-1, 1, frames, 2), ActionSpace = new DiscreteSpace(actions), StackedFrames = frames,
        },
    };

    private sealed record DqnLike : QLearningOptions;
}
