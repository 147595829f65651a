namespace EnvHub.Evaluation.Tests;

public sealed class UlpDistanceTests
{
    // Closed forms: n steps up from 1 is 1 + n * 2^-23 (float32) or 1 + n * 2^-52 (float64); below 1 the steps are half as long.
    [TestCase(0u)]
    [TestCase(1u)]
    [TestCase(1000u)]
    public void Between_StepsUpFromOne_AreCounted(uint steps)
    {
        Assert.That(UlpDistance.Between(1f, 1f + steps * MathF.ScaleB(1, -23)), Is.EqualTo(steps));
        Assert.That(UlpDistance.Between(1.0, 1.0 + steps * Math.ScaleB(1, -52)), Is.EqualTo(steps));
        Assert.That(UlpDistance.Between(1f - steps * MathF.ScaleB(1, -24), 1f), Is.EqualTo(steps));
    }

    [Test]
    public void Between_OneAndTwo_IsTheSignificandsRange()
    {
        Assert.That(UlpDistance.Between(1f, 2f), Is.EqualTo(1ul << 23));
        Assert.That(UlpDistance.Between(-2.0, -1.0), Is.EqualTo(1ul << 52));
    }

    [Test]
    public void Between_TheSmallestNumbersOfBothSigns_IsTwo()
    {
        Assert.That(UlpDistance.Between(-float.Epsilon, float.Epsilon), Is.EqualTo(2));
        Assert.That(UlpDistance.Between(-double.Epsilon, double.Epsilon), Is.EqualTo(2));
    }

    [Test]
    public void Between_BothZeros_IsNothing()
    {
        Assert.That(UlpDistance.Between(-0f, 0f), Is.Zero);
        Assert.That(UlpDistance.Between(-0.0, 0.0), Is.Zero);
    }

    [Test]
    public void Between_MaximumAndInfinity_IsOne()
    {
        Assert.That(UlpDistance.Between(float.MaxValue, float.PositiveInfinity), Is.EqualTo(1));
        Assert.That(UlpDistance.Between(double.NegativeInfinity, double.MinValue), Is.EqualTo(1));
    }

    [Test]
    public void Between_WithNaN_IsUnknown()
    {
        Assert.That(UlpDistance.Between(float.NaN, 1f), Is.Null);
        Assert.That(UlpDistance.Between(1.0, double.NaN), Is.Null);
    }
}
