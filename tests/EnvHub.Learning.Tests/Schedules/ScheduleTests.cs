namespace EnvHub.Learning.Tests;

public class ScheduleTests
{
    [TestCase(0, 1.0)]
    [TestCase(50, 0.525)]
    [TestCase(100, 0.05)]
    [TestCase(5000, 0.05)]
    public void At_Step_IsLinearThenConstant(long step, double expected) =>
        Assert.That(new LinearSchedule(1, 0.05, 100).At(step), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void At_NoDuration_IsTheEnd() => Assert.That(new LinearSchedule(1, 0.05, 0).At(0), Is.EqualTo(0.05));

    [Test]
    public void Constant_AnyStep_NeverChanges() => Assert.That(LinearSchedule.Constant(3).At(7), Is.EqualTo(3));
}
