namespace EnvHub.Learning.Tests;

public class QLossTests
{
    [TestCase("smoothL1", 1f)]
    [TestCase("huber2", 2f)]
    [TestCase("huberHalf", 0.5f)]
    public void Huber_FixtureBatch_EqualsPyTorch(string fixture, float delta)
    {
        var values = LossFixture.Values;
        var result = QLoss.Huber(values, LossFixture.Actions, LossFixture.Targets, delta);
        AssertFixture(fixture, result, values);
    }

    [Test]
    public void Mse_FixtureBatch_EqualsPyTorch()
    {
        var values = LossFixture.Values;
        var result = QLoss.Mse(values, LossFixture.Actions, LossFixture.Targets);
        AssertFixture("mse", result, values);
    }

    [Test]
    public void Huber_EveryValue_GradientEqualsFiniteDifference()
    {
        const float step = 1e-2f;   // the loss is at most quadratic, so a central difference is exact but for rounding and the kink
        var gradient = LossFixture.Values;
        QLoss.Huber(gradient, LossFixture.Actions, LossFixture.Targets);
        for (int i = 0; i < gradient.Length; i++)
        {
            float above = LossWith(i, step), below = LossWith(i, -step);
            Assert.That(gradient[i], Is.EqualTo((above - below) / (2 * step)).Within(2e-4), $"value {i}");
        }
    }

    private static float LossWith(int index, float change)
    {
        var values = LossFixture.Values;
        values[index] += change;
        return QLoss.Huber(values, LossFixture.Actions, LossFixture.Targets).Loss;
    }

    private static void AssertFixture(string fixture, BatchLoss result, float[] gradient)
    {
        var (loss, expected) = LossFixture.Of(fixture);
        Assert.That(result.Loss, Is.EqualTo(loss).Within(1e-6));
        Assert.That(result.MeanValue, Is.EqualTo(LossFixture.MeanValue).Within(1e-6));
        Assert.That(gradient, Is.EqualTo(expected).Within(1e-7));
    }
}
