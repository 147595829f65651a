namespace EnvHub.Learning.Tests;

public class GradientNormTests
{
    [Test]
    public void ClipScale_FixtureGradients_EqualsPyTorch()
    {
        foreach (var (gradient, limit, clipped) in LossFixture.Clips)
        {
            float scale = GradientNorm.ClipScale(HandMade.Backend.VectorOf(gradient), limit);
            Assert.That(gradient.Select(value => value * scale), Is.EqualTo(clipped).Within(1e-6));
        }
    }

    [Test]
    public void ClipScale_BelowTheLimit_IsOne() => Assert.That(GradientNorm.ClipScale(HandMade.Backend.VectorOf(3f, 4f), 5.1), Is.EqualTo(1));

    [Test]
    public void ClipScale_NoGradient_IsOne() => Assert.That(GradientNorm.ClipScale(HandMade.Backend.CreateVector(100), 1), Is.EqualTo(1));
}
