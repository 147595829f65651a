namespace EnvHub.Evaluation.Tests;

public class TeacherShareTests
{
    [TestCase(-110, -100, -200, 0.9)]
    [TestCase(-90, -100, -200, 1.1)]
    [TestCase(22, 500, 22, 0.0)]
    [TestCase(500, 500, 22, 1.0)]
    public void Of_Returns_IsMeasuredFromRandom(double student, double teacher, double random, double expected) =>
        Assert.That(TeacherShare.Of(student, teacher, random), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Of_TeacherNoBetterThanRandom_IsNotANumber() => Assert.That(TeacherShare.Of(-150, -200, -200), Is.NaN);

    [Test]
    public void Of_Shares_GivesTheirMeanAndTheLowest() => Assert.That(TeacherShare.Of([1, 0.8, 0.9]), Is.EqualTo(new TeacherShare(3, 0.9, 0.8)).Using<TeacherShare>(
        (one, other) => one.Seeds == other.Seeds && Math.Abs(one.Mean - other.Mean) < 1e-12 && one.Lowest == other.Lowest));
}
