namespace EnvHub.Contracts.Tests;

public sealed class ReferenceScoresTests
{
    [TestCase(-200, 0), TestCase(-110, 1), TestCase(-155, 0.5), TestCase(-90, 110.0 / 90)]
    public void Normalise_Return_IsZeroAtRandomAndOneAtTheReference(double meanReturn, double score) =>
        Assert.That(new ReferenceScores(Random: -200, Reference: -110).Normalise(meanReturn), Is.EqualTo(score).Within(1e-12));
}
