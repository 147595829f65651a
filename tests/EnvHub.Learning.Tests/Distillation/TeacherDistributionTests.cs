namespace EnvHub.Learning.Tests;

public class TeacherDistributionTests
{
    [Test]
    public void Soft_FixtureBatch_EqualsPyTorch()
    {
        var values = DistillationFixture.TeacherValues;
        TeacherDistribution.Soft(values, DistillationFixture.ActionCount, 0.01);
        Assert.That(values, Is.EqualTo(DistillationFixture.Softmax).Within(1e-6));
    }

    [Test]
    public void Hard_EqualHighest_TakesTheFirst()
    {
        float[] values = [1, 3, 3, -1, -2, -3];
        TeacherDistribution.Hard(values, 3);
        Assert.That(values, Is.EqualTo(new float[] { 0, 1, 0, 1, 0, 0 }));
    }
}
