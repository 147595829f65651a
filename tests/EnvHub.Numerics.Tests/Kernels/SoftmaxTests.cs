namespace EnvHub.Numerics.Tests;

public class SoftmaxTests
{
    [Test]
    public void Rows_LogarithmsOfSmallNumbers_AreTheirShares()
    {
        float[] values = [MathF.Log(1), MathF.Log(2), MathF.Log(5), MathF.Log(3), MathF.Log(3), MathF.Log(2)];
        Softmax.Rows(values, 3);
        Assert.That(values, Is.EqualTo([0.125, 0.25, 0.625, 0.375, 0.375, 0.25]).Within(1e-6));
    }

    [Test]
    public void Rows_Temperature_IsAPowerOfTheShares()
    {
        float[] values = [MathF.Log(1), MathF.Log(2), MathF.Log(5)];   // at τ = 1/2: shares of 1, 4 and 25
        Softmax.Rows(values, 3, 0.5);
        Assert.That(values, Is.EqualTo([1 / 30.0, 4 / 30.0, 25 / 30.0]).Within(1e-6));
    }

    [Test]
    public void Rows_ValuesThatWouldOverflow_AreShiftedFirst()
    {
        float[] values = [1000, 1001, 1002];
        Softmax.Rows(values, 3);
        double sum = 1 + Math.E + Math.E * Math.E;
        Assert.That(values, Is.EqualTo([1 / sum, Math.E / sum, Math.E * Math.E / sum]).Within(1e-6));
    }

    [TestCase(1e30f)]
    [TestCase(3e38f)]
    public void LogRows_ValuesFarApart_StayFinite(float distance)
    {
        float[] values = [distance, -distance, 0];
        Softmax.LogRows(values, 3, 0.01);
        Assert.That(values[0], Is.Zero);
        Assert.That(values, Has.All.Matches<float>(float.IsFinite));
    }

    [Test]
    public void Exponentials_AnyLength_EqualMathExp([Values(1, 3, 8, 16, 17, 33)] int length)
    {
        var values = Enumerable.Range(0, length).Select(i => -0.37f * i * i).ToArray();
        var expected = values.Select(value => Math.Exp(value)).ToArray();
        Softmax.Exponentials(values);
        Assert.That(values, Is.EqualTo(expected).Within(2e-7));
    }

    [Test]
    public void Exponentials_VeryLowValue_IsZero()
    {
        var values = Enumerable.Repeat(-1e38f, 19).ToArray();
        Softmax.Exponentials(values);
        Assert.That(values, Has.All.Zero);
    }
}
